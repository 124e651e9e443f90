package io.perceiver.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small folders and zips. */
public final class TestTrees {
  private TestTrees() {}

  /** Writes a text, and the folders it lies in. */
  public static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Writes a zip of entries that hold their own names. */
  public static Path zip(Path file, String... entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        ZipEntry made = new ZipEntry(entry);
        made.setTimeLocal(LocalDateTime.of(2020, 1, 2, 3, 4));
        zip.putNextEntry(made);
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
