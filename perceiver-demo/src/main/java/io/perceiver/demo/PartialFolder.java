package io.perceiver.demo;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new folder beside another, which takes the other's place when it is complete and vanishes when
 * it is not.
 *
 * <p>Only a killed process leaves one behind. It is named {@code .NAME.partial-PROCESS-NUMBER}, is
 * never read, and may be deleted.
 */
final class PartialFolder implements AutoCloseable {
  private final Path target;
  private final Path folder;

  /**
   * Makes the folder, and the target's parents where they are missing.
   *
   * @param target absolute
   */
  PartialFolder(Path target) throws IOException {
    this.target = target;
    Path parent = Files.createDirectories(target.resolveSibling("."));
    this.folder =
        create(parent, "." + target.getFileName() + ".partial-" + ProcessHandle.current().pid());
  }

  private static Path create(Path parent, String name) throws IOException {
    for (int number = 0; ; number++) {
      try {
        return Files.createDirectory(parent.resolve(name + "-" + number));
      } catch (FileAlreadyExistsException taken) {
        // by another thread, or left by a killed process: the next number is tried
      }
    }
  }

  /** Where to write. */
  Path folder() {
    return folder;
  }

  /**
   * Renames this folder to the target, in one step.
   *
   * @throws IOException if the target is there and not an empty folder, or cannot be replaced
   */
  void commit() throws IOException {
    Files.deleteIfExists(target); // an empty folder at most; renaming onto one fails on Windows
    Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes what was not committed. */
  @Override
  public void close() throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
