package io.perceiver.internal.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** Bytes that can be looked at piece by piece, however many they are. Thread-safe until closed. */
interface ByteRegion extends Closeable {

  /** Number of bytes. */
  long size() throws IOException;

  /** A read-only, little-endian view of a piece; stays valid after the region is closed. */
  ByteBuffer piece(long offset, int length) throws IOException;

  /**
   * A channel's bytes: mapped where it is a file, read otherwise. Closes the channel with itself.
   */
  static ByteRegion of(SeekableByteChannel channel) {
    return channel instanceof FileChannel file ? new Mapped(file) : new Read(channel);
  }

  /** Bytes in memory; not copied. */
  static ByteRegion of(byte[] bytes) {
    return new InMemory(bytes);
  }

  /**
   * A file, of which each piece is mapped by itself, so that no limit of 2 GB applies to the whole.
   */
  record Mapped(FileChannel channel) implements ByteRegion {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public ByteBuffer piece(long offset, int length) throws IOException {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, offset, length)
          .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** A channel without a file, such as that of a zip entry. */
  record Read(SeekableByteChannel channel) implements ByteRegion {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public ByteBuffer piece(long offset, int length) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      synchronized (channel) {
        channel.position(offset);
        while (bytes.hasRemaining()) {
          if (channel.read(bytes) < 0) {
            throw new EOFException("ended " + bytes.remaining() + " bytes early");
          }
        }
      }
      return bytes.flip().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** An array. */
  record InMemory(byte[] bytes) implements ByteRegion {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public ByteBuffer piece(long offset, int length) {
      return ByteBuffer.wrap(bytes, Math.toIntExact(offset), length)
          .slice()
          .asReadOnlyBuffer()
          .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {}
  }
}
