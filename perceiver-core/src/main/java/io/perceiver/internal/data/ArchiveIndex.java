package io.perceiver.internal.data;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The entries of an archive by path. No path leaves the archive, and none is there twice: which of
 * two an archiver would unpack is not agreed on.
 *
 * @param <E> what is known of an entry
 */
final class ArchiveIndex<E> {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private final String archive;
  private final NavigableMap<String, E> entries = new TreeMap<>();
  private final Map<String, List<String>> forms = new HashMap<>();

  /** Starts empty, for an archive of this name. */
  ArchiveIndex(String archive) {
    this.archive = archive;
  }

  /**
   * Adds an entry; a leading {@code ./} is dropped.
   *
   * @throws UnreadableExampleException if its path leaves the archive or is already there
   */
  void add(String path, E entry) throws UnreadableExampleException {
    String normal = path;
    while (normal.startsWith("./")) {
      normal = normal.substring(2);
    }
    if (normal.startsWith("/")
        || DRIVE.matcher(normal).matches()
        || Arrays.asList(normal.split("/", -1)).contains("..")) {
      throw new UnreadableExampleException(
          archive, "its entry '" + path + "' leads out of the archive; pack it again");
    }
    if (entries.putIfAbsent(normal, entry) != null) {
      throw new UnreadableExampleException(
          archive, "holds two entries named '" + path + "'; unpack it, and pack it again");
    }
    if (Names.hasForms(normal)) {
      forms.computeIfAbsent(Names.composed(normal), n -> new ArrayList<>(1)).add(normal);
    }
  }

  /** Paths of the entries, sorted. */
  List<String> paths() {
    return List.copyOf(entries.keySet());
  }

  /**
   * The entry of a path, in whichever form accents are stored.
   *
   * @throws PerceiverException if two entries have the name, in different forms
   */
  Optional<E> find(String path) {
    E exact = entries.get(path);
    if (exact != null || !Names.hasForms(path)) {
      return Optional.ofNullable(exact);
    }
    List<String> fits = forms.getOrDefault(Names.composed(path), List.of());
    if (fits.size() > 1) {
      throw new PerceiverException(
          "%s: '%s' may be any of %d entries, whose names differ only in how accents are stored"
              .formatted(archive, path, fits.size()));
    }
    return fits.stream().findFirst().map(entries::get);
  }
}
