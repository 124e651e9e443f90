package io.perceiver.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;

/** What the Java heap no longer needs, and the engine perhaps still reads. */
final class Garbage {
  private static final int ATTEMPTS = 200;
  private static final int LITTER = 256;

  private Garbage() {}

  /**
   * Frees all direct buffers that nobody holds, and fills their places with other numbers; whoever
   * reads on there gets these, or what the allocator wrote.
   */
  static void collect() {
    // a collection's buffers are freed in any order, but all before the next one's
    collectSentinel();
    collectSentinel();
    for (int i = 0; i < LITTER; i++) {
      ByteBuffer.allocateDirect(8).putDouble(-1e30);
    }
  }

  private static void collectSentinel() {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), collected);
    int attempts = 0;
    do {
      assumeTrue(attempts < ATTEMPTS, "this JVM does not collect garbage when asked");
      System.gc();
      attempts++;
    } while (!isIn(collected, sentinel));
  }

  private static boolean isIn(ReferenceQueue<Object> queue, PhantomReference<Object> reference) {
    try {
      return queue.remove(50) == reference;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while garbage was collected", e);
    }
  }
}
