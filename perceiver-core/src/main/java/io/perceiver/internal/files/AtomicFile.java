package io.perceiver.internal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is either wholly there or not at all: written beside its place, synced, renamed. A
 * file already there is replaced in the same instant; a failure leaves it untouched.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes a text in UTF-8; see {@link #write(Path, FileContent)}. */
  public static void write(Path target, String text) throws IOException {
    write(target, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
  }

  /**
   * Writes a file; its folder is made where it is missing.
   *
   * @throws IOException if it cannot be written; nothing is left behind then
   */
  public static void write(Path target, FileContent content) throws IOException {
    Path parent = Temporaries.parent(target);
    Files.createDirectories(parent);
    Path unfinished = Temporaries.beside(target);
    try {
      content.writeTo(unfinished);
      Temporaries.syncFile(unfinished);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException | Error e) {
      Temporaries.deleteAfter(e, unfinished);
      throw e;
    }
    Temporaries.syncFolder(parent);
  }
}
