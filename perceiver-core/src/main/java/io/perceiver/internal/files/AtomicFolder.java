package io.perceiver.internal.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is either wholly there or not at all: its files are written into a hidden sibling,
 * listed with their checksums in {@code checksums.json}, synced, and the sibling is renamed. A
 * killed process leaves at most the hidden sibling.
 *
 * <p>A folder never replaces another one, because no file system does that in one step: give each
 * its own name, such as a step's number, and keep the name of the latest in an {@link AtomicFile}.
 */
public final class AtomicFolder {
  private AtomicFolder() {}

  /**
   * Writes a folder; the folder it lies in is made where it is missing.
   *
   * @param target the final name; must not exist
   * @param content writes the files into the folder it is given
   * @throws FileAlreadyExistsException if something of that name is there
   * @throws IOException if it cannot be written; nothing is left behind then
   */
  public static void write(Path target, FileContent content) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path parent = Temporaries.parent(target);
    Files.createDirectories(parent);
    Path unfinished = Temporaries.beside(target);
    try {
      Files.createDirectory(unfinished);
      content.writeTo(unfinished);
      FolderChecksums.write(unfinished);
      Temporaries.syncTree(unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException | Error e) {
      Temporaries.deleteAfter(e, unfinished);
      throw e;
    }
    Temporaries.syncFolder(parent);
  }

  /**
   * Reads every file of a folder and compares it with what was written.
   *
   * @throws MalformedFileException naming every file that is missing, cut or changed
   * @throws IOException if files cannot be read
   */
  public static void verify(Path folder) throws IOException {
    FolderChecksums.verify(folder);
  }

  /** Whether a path is the hidden sibling that an interrupted write left. */
  public static boolean isUnfinished(Path path) {
    return Temporaries.isUnfinished(path);
  }

  /** Removes what interrupted writes left in a folder; only when no other process writes there. */
  public static void removeUnfinished(Path parent) throws IOException {
    List<Path> left;
    try (Stream<Path> children = Files.list(parent)) {
      left = children.filter(Temporaries::isUnfinished).toList();
    }
    for (Path unfinished : left) {
      Temporaries.delete(unfinished);
    }
  }
}
