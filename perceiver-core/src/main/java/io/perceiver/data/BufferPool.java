package io.perceiver.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Direct buffers that are used again, because making them is slow. Thread-safe. */
final class BufferPool {
  private static final int MOST_KEPT = 16;

  private final List<ByteBuffer> free = new ArrayList<>();

  /**
   * A buffer with exactly so many bytes remaining, in native order; what they hold is undefined.
   */
  synchronized ByteBuffer take(int bytes) {
    for (int i = 0; i < free.size(); i++) {
      int capacity = free.get(i).capacity();
      if (capacity >= bytes && capacity / 2 <= bytes) {
        return free.remove(i).clear().limit(bytes).order(ByteOrder.nativeOrder());
      }
    }
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /** Gives a buffer back; the caller must not touch it again. The oldest gives way to it. */
  synchronized void giveBack(ByteBuffer buffer) {
    if (free.size() == MOST_KEPT) {
      free.remove(0);
    }
    free.add(buffer);
  }
}
