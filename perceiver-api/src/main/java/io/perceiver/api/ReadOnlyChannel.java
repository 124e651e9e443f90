package io.perceiver.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apiguardian.api.API;

/**
 * A channel over bytes that do not change, for your own sources: they implement how bytes are read,
 * and the channel keeps the position. It is for one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ReadOnlyChannel implements SeekableByteChannel {
  private final long size;
  private long position;
  private boolean open = true;

  /**
   * Creates an open channel at position 0.
   *
   * @param size number of bytes
   */
  protected ReadOnlyChannel(long size) {
    this.size = size;
  }

  /**
   * Reads bytes within the size.
   *
   * @param from index of the first of them
   * @param target receives the bytes and has room for them
   * @param count number of bytes to read
   * @throws IOException if they cannot be read
   */
  protected abstract void read(long from, ByteBuffer target, int count) throws IOException;

  @Override
  public final int read(ByteBuffer target) throws IOException {
    checkOpen();
    if (position >= size) {
      return -1;
    }
    int count = (int) Math.min(target.remaining(), size - position);
    read(position, target, count);
    position += count;
    return count;
  }

  @Override
  public final long position() throws ClosedChannelException {
    checkOpen();
    return position;
  }

  @Override
  public final SeekableByteChannel position(long newPosition) throws ClosedChannelException {
    checkOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("position " + newPosition);
    }
    position = newPosition;
    return this;
  }

  @Override
  public final long size() throws ClosedChannelException {
    checkOpen();
    return size;
  }

  @Override
  public final int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public final SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public final boolean isOpen() {
    return open;
  }

  @Override
  public final void close() {
    open = false;
  }

  private void checkOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
