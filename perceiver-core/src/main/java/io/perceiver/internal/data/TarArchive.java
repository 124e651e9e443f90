package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A tar, or a gzipped one, which is unpacked to a temporary tar first: its bytes cannot be reached
 * out of order. Whether it is gzipped is told by its bytes, since downloads often have the wrong
 * name.
 */
final class TarArchive implements Archive {
  private final String name;
  private final SharedFile tar;
  private final ArchiveIndex<TarIndex.Place> index;

  private TarArchive(String name, SharedFile tar, ArchiveIndex<TarIndex.Place> index) {
    this.name = name;
    this.tar = tar;
    this.index = index;
  }

  /**
   * Opens a tar.
   *
   * @param name how messages call it
   * @throws UnreadableExampleException if it is not a tar, is damaged or cut short, or holds links,
   *     devices, sparse files, or paths that leave it
   */
  static TarArchive open(Path file, String name) throws IOException {
    if (!isGzip(file)) {
      return new TarArchive(name, new SharedFile(file), TarIndex.of(file, name, file));
    }
    Path unpacked = Gunzip.toTemporary(file, name, Gunzip.limit(Files.size(file)));
    try {
      ArchiveIndex<TarIndex.Place> index = TarIndex.of(unpacked, name, file);
      return new TarArchive(name, new SharedFile(unpacked), index);
    } finally {
      Gunzip.forget(unpacked);
    }
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> files() {
    return index.paths();
  }

  @Override
  public Optional<ExampleSource> find(String entry, String shown) {
    return index.find(entry).map(place -> new TarEntrySource(tar, place, shown));
  }
}
