package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip. Its directory of entries is checked when it is opened, an entry when it is read. */
final class ZipArchive implements Archive {
  private final String name;
  private final ZipFile zip;
  private final long largestEntry;
  private final ArchiveIndex<ZipEntry> entries;

  private ZipArchive(String name, ZipFile zip, long largestEntry)
      throws UnreadableExampleException {
    this.name = name;
    this.zip = zip;
    this.largestEntry = largestEntry;
    this.entries = new ArchiveIndex<>(name);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      // some tools for Windows write backslashes
      String path = ZipNames.of(entry).replace('\\', '/');
      if (!path.endsWith("/")) {
        entries.add(path, entry);
      }
    }
  }

  /**
   * Opens a zip.
   *
   * @param name how messages call it
   * @param largestEntry bytes an entry may inflate to
   * @throws UnreadableExampleException if the file is not a zip, is damaged, or has entries that
   *     are encrypted or compressed in an unknown way
   */
  static ZipArchive open(Path file, String name, long largestEntry) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ, ZipNames.RAW);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      String reason = ZipFaults.find(file).orElse(String.valueOf(e.getMessage()));
      throw Archives.refused(file, name, "zip", reason, e);
    }
    try {
      return new ZipArchive(name, zip, largestEntry);
    } catch (UnreadableExampleException e) {
      zip.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> files() {
    return entries.paths();
  }

  @Override
  public Optional<ExampleSource> find(String entry, String shown) {
    return entries
        .find(entry.replace('\\', '/'))
        .map(found -> new ZipEntrySource(zip, found, shown, largestEntry));
  }
}
