package io.perceiver.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** The folder that a data set is in, or an archive in place of one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface FileTree {

  /** Returns the name that messages show. */
  String name();

  /**
   * Returns the file that the user named, relative to this tree, such as {@code manifest.csv};
   * empty if the folder or archive itself was named.
   */
  Optional<String> namedFile();

  /** Returns the paths of all files, relative to this tree, with {@code /}, sorted. */
  List<String> files() throws IOException;

  /**
   * Finds a file.
   *
   * @param path relative to this tree, or {@code archive.zip!/entry}
   * @return empty if there is none
   * @throws IOException if the tree or archive cannot be read
   */
  Optional<ExampleSource> find(String path) throws IOException;
}
