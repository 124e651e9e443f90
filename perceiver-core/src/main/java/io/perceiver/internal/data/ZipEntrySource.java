package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file in a zip. Its declared size is believed by nobody: bytes are counted as they are inflated,
 * compared with the size and checksum the zip declares, and refused beyond a limit. Two sources of
 * the same entry of the same opened zip are equal.
 */
public final class ZipEntrySource implements ExampleSource {
  private final ZipFile zip;
  private final ZipEntry entry;
  private final String name;
  private final long largest;

  ZipEntrySource(ZipFile zip, ZipEntry entry, String name, long largest) {
    this.zip = zip;
    this.entry = entry;
    this.name = name;
    this.largest = largest;
  }

  @Override
  public String name() {
    return name;
  }

  /** The size the zip declares; never allocate by it. */
  @Override
  public long size() throws IOException {
    if (entry.getSize() < 0) {
      throw new UnreadableExampleException(name, "the zip does not say its size");
    }
    return entry.getSize();
  }

  @Override
  public InputStream open() throws IOException {
    return open(largest);
  }

  /** Inflates the entry into memory, at most a quarter of the heap. */
  @Override
  public SeekableByteChannel openChannel() throws IOException {
    try (InputStream in = open(Math.min(largest, Runtime.getRuntime().maxMemory() / 4))) {
      return new MemorySource(name, in.readAllBytes()).openChannel();
    }
  }

  private InputStream open(long limit) throws IOException {
    try {
      return new ZipEntryStream(zip.getInputStream(entry), entry, name, limit);
    } catch (ZipException | EOFException e) {
      throw new UnreadableExampleException(name, "damaged in the zip: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ZipEntrySource that
        && zip == that.zip
        && entry.getName().equals(that.entry.getName());
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(zip) + entry.getName().hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
