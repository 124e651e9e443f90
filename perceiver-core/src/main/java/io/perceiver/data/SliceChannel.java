package io.perceiver.data;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads a part of a file as if it were a file of its own. Used by one thread. */
final class SliceChannel implements SeekableByteChannel {
  private static final int LARGEST_READ = 1 << 16;

  private final SharedFile file;
  private final String name;
  private final long start;
  private final long size;
  private long position;
  private boolean open = true;

  /** Reads {@code size} bytes from {@code start}; messages call them by the name. */
  SliceChannel(SharedFile file, String name, long start, long size) {
    this.file = file;
    this.name = name;
    this.start = start;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    checkOpen();
    if (position >= size) {
      return -1;
    }
    int wanted = (int) Math.min(target.remaining(), size - position);
    int done = 0;
    while (done < wanted) {
      byte[] bytes = new byte[Math.min(LARGEST_READ, wanted - done)];
      int got = file.read(start + position, bytes, 0, bytes.length);
      if (got <= 0) {
        throw new UnreadableExampleException(
            name, "ends after " + position + " of " + size + " bytes; the archive was changed");
      }
      target.put(bytes, 0, got);
      position += got;
      done += got;
    }
    return done;
  }

  @Override
  public long position() throws ClosedChannelException {
    checkOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws ClosedChannelException {
    checkOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("position " + newPosition);
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() throws ClosedChannelException {
    checkOpen();
    return size;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  private void checkOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
