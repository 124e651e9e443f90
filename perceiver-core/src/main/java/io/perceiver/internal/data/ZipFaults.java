package io.perceiver.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Finds out why a zip was refused. */
final class ZipFaults {
  private ZipFaults() {}

  /** What is wrong with the first entry that cannot be read, and what to do; empty if unknown. */
  static Optional<String> find(Path file) {
    try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          return Optional.of(
              "its entry '" + entry.getName() + "' is encrypted; unpack it with the password");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
          return Optional.of(
              "its entry '%s' is compressed by method %s; stored and deflated entries are read, so"
                      .formatted(entry.getName(), method(entry.getMethod()))
                  + " unpack it, and pack it again as with 'zip -r'");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static String method(int code) {
    ZipMethod method = ZipMethod.getMethodByCode(code);
    return method == null ? String.valueOf(code) : code + " (" + method + ")";
  }
}
