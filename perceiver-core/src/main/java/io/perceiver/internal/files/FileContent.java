package io.perceiver.internal.files;

import java.io.IOException;
import java.nio.file.Path;

/** Writes something under the path it is given: a file, or files into a folder that exists. */
@FunctionalInterface
public interface FileContent {

  /** Writes it; whatever it throws, nothing of it will be seen under the final name. */
  void writeTo(Path path) throws IOException;
}
