package io.perceiver.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A window of a longer array. Around it, and in it until something is written, lies a NaN of our
 * own that no computation gives.
 */
final class GuardedBuffer {
  private static final int GUARD = 64;
  private static final int MARK = 0x7fc5_ca1e;
  private final float[] all;
  private final int size;

  /** Creates one with a window of so many floats. */
  GuardedBuffer(int size) {
    this.size = size;
    all = new float[GUARD + size + GUARD];
    Arrays.fill(all, Float.intBitsToFloat(MARK));
  }

  /** The window: it begins inside its array, and its limit lies before its capacity. */
  FloatBuffer window() {
    return FloatBuffer.wrap(all).slice(GUARD, size + GUARD).limit(size);
  }

  /** Fails unless every float of the window was written. */
  void assertFilled(String what) {
    int written = 0;
    int first = -1;
    for (int i = 0; i < size; i++) {
      boolean untouched = isMark(GUARD + i);
      written += untouched ? 0 : 1;
      first = untouched && first < 0 ? i : first;
    }
    if (written < size) {
      fail(
          "%s: %d of %d numbers were written; the first left out is %d"
              .formatted(what, written, size, first));
    }
  }

  /** Fails unless nothing outside the window was written. */
  void assertSurroundingsIntact(String what) {
    for (int i = 0; i < all.length; i++) {
      boolean inside = i >= GUARD && i < GUARD + size;
      if (!inside && !isMark(i)) {
        fail(
            "%s: index %d was written (%s); the window holds 0 to %d"
                .formatted(what, i - GUARD, all[i], size - 1));
      }
    }
  }

  private boolean isMark(int index) {
    return Float.floatToRawIntBits(all[index]) == MARK;
  }
}
