package io.perceiver.audio.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the chunks of a RIFF or IFF file, one after another: a name, a size, so many bytes, and one
 * more if the size is odd. Used by one thread.
 */
final class Chunks {
  private static final int HEADER_BYTES = 8;
  private static final int FILE_HEADER_BYTES = 12;
  private static final long UNSIGNED = 0xffff_ffffL;

  private final InputStream file;
  private final ByteOrder order;
  private final String fileId;
  private final long declared;
  private long place;
  private String id = "";
  private long size;
  private long left;

  /** Begins with the file's own name, size and type. */
  Chunks(InputStream file, ByteOrder order) throws IOException {
    this.file = file;
    this.order = order;
    byte[] header = file.readNBytes(FILE_HEADER_BYTES);
    this.place = header.length;
    this.fileId = text(header, 0);
    this.declared = unsigned(header, 4);
  }

  private static String text(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }

  private long unsigned(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(order).getInt(at) & UNSIGNED;
  }

  /** The first four characters of the file. */
  String fileId() {
    return fileId;
  }

  /** The size that the file's header declares, without its first 8 bytes. */
  long declared() {
    return declared;
  }

  /** Goes to the next chunk; false if the file ends before it, or inside its header. */
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
    id = text(header, 0);
    size = unsigned(header, 4);
    left = size;
    return true;
  }

  /** Returns whether the bytes that come now are a chunk that fits into the file as declared. */
  boolean isChunkNext() throws IOException {
    file.mark(HEADER_BYTES);
    byte[] header = file.readNBytes(HEADER_BYTES);
    file.reset();
    return header.length == HEADER_BYTES
        && text(header, 0).chars().allMatch(each -> each >= ' ' && each <= '~')
        && place + unsigned(header, 4) <= declared;
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

  /** Declares another size of the chunk, before anything of it is read. */
  void resize(long bytes) {
    size = bytes;
    left = bytes;
  }

  /** Passes up to so many of the chunk's bytes; returns how many there were. */
  long skip(long most) throws IOException {
    long skipped = Skip.upTo(file, Math.min(most, left));
    place += skipped;
    left -= skipped;
    return skipped;
  }

  /** Reads up to so many of the chunk's bytes; fewer if it or the file ends. */
  byte[] read(int most) throws IOException {
    byte[] bytes = file.readNBytes((int) Math.min(most, left));
    place += bytes.length;
    left -= bytes.length;
    return bytes;
  }
}
