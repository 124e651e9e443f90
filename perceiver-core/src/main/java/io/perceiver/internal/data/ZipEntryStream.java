package io.perceiver.internal.data;

import io.perceiver.api.UnreadableExampleException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The inflated bytes of a zip entry, checked as they pass: limit, declared size and checksum. */
final class ZipEntryStream extends InputStream {
  private final InputStream inflated;
  private final ZipEntry entry;
  private final String name;
  private final long limit;
  private final CRC32 crc = new CRC32();
  private long count;

  ZipEntryStream(InputStream inflated, ZipEntry entry, String name, long limit) {
    this.inflated = inflated;
    this.entry = entry;
    this.name = name;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got;
    try {
      got = inflated.read(bytes, offset, length);
    } catch (ZipException | EOFException e) {
      throw new UnreadableExampleException(name, "damaged in the zip: " + e.getMessage(), e);
    }
    if (got < 0) {
      checkEnd();
    } else {
      crc.update(bytes, offset, got);
      count += got;
      checkLimit();
    }
    return got;
  }

  private void checkLimit() throws IOException {
    if (count > limit) {
      throw new UnreadableExampleException(
          name, "inflates to more than the " + limit + " bytes allowed");
    }
    if (entry.getSize() >= 0 && count > entry.getSize()) {
      throw new UnreadableExampleException(
          name, "inflates to more than the " + entry.getSize() + " bytes the zip declares");
    }
  }

  private void checkEnd() throws IOException {
    if (entry.getSize() >= 0 && count != entry.getSize()) {
      throw new UnreadableExampleException(
          name, "ends after " + count + " of the " + entry.getSize() + " bytes the zip declares");
    }
    if (entry.getCrc() >= 0 && crc.getValue() != entry.getCrc()) {
      throw new UnreadableExampleException(name, "damaged in the zip: its checksum does not match");
    }
  }

  @Override
  public int available() throws IOException {
    return inflated.available();
  }

  @Override
  public void close() throws IOException {
    inflated.close();
  }
}
