package io.perceiver.api;

import java.nio.ByteBuffer;

/** Reads an array. Used by one thread. */
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
