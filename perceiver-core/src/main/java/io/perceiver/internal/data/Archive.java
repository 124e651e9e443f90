package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import java.util.List;
import java.util.Optional;

/**
 * A zip or tar, opened once and read by any number of threads. Its file is released when the
 * archive and all of its sources are no longer in use. Archives in it are entries like any other.
 */
interface Archive {
  /** What stands between an archive and the path in it. */
  String INSIDE = "!/";

  /** How messages call it. */
  String name();

  /** Paths of the files in it, sorted. */
  List<String> files();

  /**
   * Finds an entry.
   *
   * @param entry its path; the form in which accents are stored does not matter
   * @param shown how messages call it
   * @return empty if there is none
   */
  Optional<ExampleSource> find(String entry, String shown);
}
