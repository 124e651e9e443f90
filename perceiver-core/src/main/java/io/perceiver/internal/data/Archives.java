package io.perceiver.internal.data;

import io.perceiver.api.FileKind;
import io.perceiver.api.FileSource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens archives by their names' endings. */
final class Archives {
  private static final List<String> TARS = List.of(".tar", ".tar.gz", ".tgz");
  private static final List<String> FOREIGN =
      List.of(".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".7z", ".rar");

  private Archives() {}

  /** Whether a name is that of an archive, read or not. */
  static boolean isArchive(String name) {
    return isZip(name) || ends(name, TARS) || ends(name, FOREIGN);
  }

  private static boolean isZip(String name) {
    return ends(name, List.of(".zip"));
  }

  private static boolean ends(String name, List<String> endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(lower::endsWith);
  }

  /**
   * Opens an archive.
   *
   * @param name how messages call it
   * @param largestZipEntry bytes one entry of a zip may inflate to
   * @throws UnreadableExampleException if the file is damaged, or not what its name says
   */
  static Archive open(Path file, String name, long largestZipEntry) throws IOException {
    if (ends(file.toString(), FOREIGN)) {
      throw new PerceiverException(
          name + ": such archives are not read, but zip, tar, tar.gz and tgz are; unpack it");
    }
    return ends(file.toString(), TARS)
        ? TarArchive.open(file, name)
        : ZipArchive.open(file, name, largestZipEntry);
  }

  /** The sentence for a file that is not the archive it should be; names what it is. */
  static UnreadableExampleException refused(
      Path file, String name, String expected, String reason, @Nullable Throwable cause)
      throws IOException {
    FileKind kind = FileKind.of(FileKind.head(FileSource.of(file)));
    boolean itself = kind.name().contains(expected) || kind.name().contains("gzip");
    return new UnreadableExampleException(
        name, "is not a readable " + expected + ": " + (itself ? reason : "it is " + kind), cause);
  }
}
