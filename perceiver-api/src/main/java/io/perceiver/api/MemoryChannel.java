package io.perceiver.api;

import java.nio.ByteBuffer;

/** A channel that reads an array. It is for one thread. */
final class MemoryChannel extends ReadOnlyChannel {
  private final byte[] bytes;

  MemoryChannel(byte[] bytes) {
    super(bytes.length);
    this.bytes = bytes;
  }

  @Override
  protected void read(long from, ByteBuffer target, int count) {
    target.put(bytes, (int) from, count);
  }
}
