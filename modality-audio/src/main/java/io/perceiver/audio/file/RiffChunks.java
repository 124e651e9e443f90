package io.perceiver.audio.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The chunks of a RIFF file, one after another: a name, a size, so many bytes, and one more where
 * the size is odd. Used by one thread.
 */
final class RiffChunks {
  private static final int HEADER_BYTES = 8;
  private static final int RIFF_HEADER_BYTES = 12;
  private static final long LARGEST = 0xffff_ffffL;

  private final InputStream file;
  private final long riffEnd;
  private long place;
  private String id = "";
  private long size;
  private long left;

  /** Of a file whose first bytes are known to be {@code RIFF}, a size and a type. */
  RiffChunks(InputStream file) throws IOException {
    this.file = file;
    byte[] header = file.readNBytes(RIFF_HEADER_BYTES);
    this.place = header.length;
    this.riffEnd = HEADER_BYTES + unsigned(header, 4);
  }

  private static long unsigned(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & LARGEST;
  }

  /** Goes to the next chunk; false where the file ends before it, or inside its header. */
  boolean next() throws IOException {
    long rest = left + (size & 1);
    long skipped = Skip.upTo(file, rest);
    place += skipped;
    if (skipped < rest) {
      return false;
    }
    byte[] header = file.readNBytes(HEADER_BYTES);
    place += header.length;
    if (header.length < HEADER_BYTES) {
      return false;
    }
    id = new String(header, 0, 4, StandardCharsets.ISO_8859_1);
    size = unsigned(header, 4);
    left = size;
    return true;
  }

  /** The chunk's name, four characters. */
  String id() {
    return id;
  }

  /** The size the chunk declares. */
  long size() {
    return size;
  }

  /** Bytes of the file passed so far. */
  long place() {
    return place;
  }

  /**
   * Whether the chunk goes on to the end of the file: it declares 0xFFFFFFFF, or 0 where the file's
   * own header has no room for anything behind. Recorders that cannot go back leave it so.
   */
  boolean isOpenEnded() {
    return size == LARGEST || (size == 0 && (riffEnd <= place || riffEnd > LARGEST));
  }

  /** Up to so many of the chunk's bytes; fewer where it or the file ends. */
  byte[] read(int most) throws IOException {
    int count = isOpenEnded() ? most : (int) Math.min(most, left);
    byte[] bytes = file.readNBytes(count);
    place += bytes.length;
    left -= bytes.length;
    return bytes;
  }
}
