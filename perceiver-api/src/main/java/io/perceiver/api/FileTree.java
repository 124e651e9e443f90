package io.perceiver.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** A folder, or a zip standing for one, that a data set lies in. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface FileTree {

  /** A name to show in messages. */
  String name();

  /**
   * The file the user named, relative to this tree, such as {@code manifest.csv}; empty where the
   * folder or zip itself was named.
   */
  Optional<String> namedFile();

  /** Every file, relative, with {@code /}, sorted. */
  List<String> files() throws IOException;

  /**
   * Finds a file.
   *
   * @param path relative to this tree, or {@code archive.zip!/entry}
   * @return empty where there is none
   * @throws IOException if the tree or archive cannot be read
   */
  Optional<ExampleSource> find(String path) throws IOException;
}
