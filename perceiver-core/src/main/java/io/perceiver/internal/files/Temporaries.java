package io.perceiver.internal.files;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Unfinished siblings of a file or folder, and what makes a finished one durable. */
final class Temporaries {
  private static final String MARK = ".unfinished-";
  private static final AtomicLong COUNTER = new AtomicLong();
  private static final boolean FOLDERS_SYNC = File.separatorChar != '\\';

  private Temporaries() {}

  /** A hidden name beside the target that nothing has yet; other processes get other names. */
  static Path beside(Path target) {
    Path name = target.toAbsolutePath().getFileName();
    while (true) {
      Path candidate =
          parent(target)
              .resolve(
                  "."
                      + name
                      + MARK
                      + ProcessHandle.current().pid()
                      + "-"
                      + COUNTER.getAndIncrement());
      if (!Files.exists(candidate)) {
        return candidate;
      }
    }
  }

  static boolean isUnfinished(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".") && name.toString().contains(MARK);
  }

  /** The folder a path lies in. */
  static Path parent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(path + " is a root, it cannot be written");
    }
    return parent;
  }

  /** Waits until a file's bytes are on the disk. */
  static void syncFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Waits until a folder's names are on the disk; Windows has no such thing and needs none. */
  static void syncFolder(Path folder) throws IOException {
    if (FOLDERS_SYNC) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Syncs every file and folder of a tree. */
  static void syncTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            syncFile(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            syncFolder(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes a file or a whole tree, if it is there. */
  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes what a failure left; what goes wrong is added to the failure. */
  static void deleteAfter(Throwable failure, Path root) {
    try {
      delete(root);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
