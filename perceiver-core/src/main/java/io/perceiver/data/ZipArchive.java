package io.perceiver.data;

import io.perceiver.api.UnreadableExampleException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip, opened once and read by any number of threads. The file is released when the archive and
 * all of its sources are no longer in use. Nested archives are entries like any other.
 */
final class ZipArchive {
  private final String name;
  private final ZipFile zip;
  private final long largestEntry;
  private final SortedMap<String, ZipEntry> entries = new TreeMap<>();

  private ZipArchive(String name, ZipFile zip, long largestEntry) {
    this.name = name;
    this.zip = zip;
    this.largestEntry = largestEntry;
    Collections.list(zip.entries()).stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(entry -> entries.put(normal(entry.getName()), entry));
  }

  /**
   * Opens a zip.
   *
   * @param name how messages call it
   * @param largestEntry bytes an entry may inflate to
   * @throws UnreadableExampleException if the file is no readable zip
   */
  static ZipArchive open(Path file, String name, long largestEntry) throws IOException {
    try {
      return new ZipArchive(name, new ZipFile(file.toFile()), largestEntry);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new UnreadableExampleException(name, "is no readable zip: " + e.getMessage(), e);
    }
  }

  /** Paths of the files in it, sorted. */
  List<String> files() {
    return List.copyOf(entries.keySet());
  }

  /** An entry, which messages call {@code archive!/entry}. */
  Optional<ZipEntrySource> find(String entry) {
    return find(entry, name + "!/" + entry);
  }

  /** An entry under a name of its own. */
  Optional<ZipEntrySource> find(String entry, String displayName) {
    return Optional.ofNullable(entries.get(normal(entry)))
        .map(found -> new ZipEntrySource(zip, found, displayName, largestEntry));
  }

  /** Some tools for Windows write backslashes. */
  private static String normal(String entryName) {
    String slashes = entryName.replace('\\', '/');
    return slashes.startsWith("./") ? slashes.substring(2) : slashes;
  }
}
