package io.perceiver.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * Where the files of a tar lie. A tar has a checksum for each header and none for the files; so
 * headers, sizes and the end mark are checked, and what is not a plain file or folder is refused.
 */
final class TarIndex {
  private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;

  private final String name;
  private final long length;
  private final ArchiveIndex<Place> files;
  private long end;

  /**
   * The bytes of a file.
   *
   * @param start where they begin in the tar
   * @param size how many there are
   */
  record Place(long start, long size) {}

  private TarIndex(String name, long length) {
    this.name = name;
    this.length = length;
    this.files = new ArchiveIndex<>(name);
  }

  /**
   * Lists the files of a tar.
   *
   * @param shown the file that a message on foreign bytes is about
   * @throws UnreadableExampleException if it is damaged, cut short, or holds what is refused
   */
  static ArchiveIndex<Place> of(Path tar, String name, Path shown) throws IOException {
    TarIndex index = new TarIndex(name, Files.size(tar));
    try (TarFile file = new TarFile(tar, UTF_8.name())) {
      for (TarArchiveEntry entry : file.getEntries()) {
        index.add(entry);
      }
    } catch (UnreadableExampleException e) {
      throw e;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Archives.refused(shown, name, "tar", String.valueOf(e.getMessage()), e);
    }
    TarEnd.check(tar, name, index.end);
    return index.files;
  }

  private void add(TarArchiveEntry entry) throws UnreadableExampleException {
    String path = entry.getName();
    if (!entry.isCheckSumOK()) {
      throw new UnreadableExampleException(
          name, "damaged: the checksum of the header of '" + path + "' does not match");
    }
    refuseKind(entry);
    long start = entry.getDataOffset();
    long size = entry.isDirectory() ? 0 : entry.getSize();
    if (size < 0 || start < 0 || start > length || size > length - start) {
      throw new UnreadableExampleException(
          name,
          "cut short: '%s' should have %d bytes from byte %d, but the tar ends after %d"
              .formatted(path, size, start, length));
    }
    end = Math.max(end, Math.addExact(start, (size + BLOCK - 1) / BLOCK * BLOCK));
    if (!entry.isDirectory()) {
      files.add(path, new Place(start, size));
    }
  }

  private void refuseKind(TarArchiveEntry entry) throws UnreadableExampleException {
    if (entry.isSymbolicLink() || entry.isLink()) {
      throw new UnreadableExampleException(
          name,
          "its entry '%s' is a link to '%s'; links are not followed: pack it again with 'tar"
                  .formatted(entry.getName(), entry.getLinkName())
              + " --dereference --hard-dereference'");
    }
    if (entry.isSparse()) {
      throw new UnreadableExampleException(
          name,
          "its entry '" + entry.getName() + "' is a sparse file; pack it again without --sparse");
    }
    boolean plain =
        entry.isDirectory()
            || entry.getLinkFlag() == TarConstants.LF_NORMAL
            || entry.getLinkFlag() == TarConstants.LF_OLDNORM
            || entry.getLinkFlag() == TarConstants.LF_CONTIG;
    if (!plain) {
      throw new UnreadableExampleException(
          name,
          "its entry '%s' is of kind '%c', neither a file nor a folder; pack it again without it"
              .formatted(entry.getName(), (char) (entry.getLinkFlag() & 0xff)));
    }
  }
}
