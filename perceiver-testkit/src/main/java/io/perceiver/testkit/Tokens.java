package io.perceiver.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Positions;
import io.perceiver.api.Tokenizer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a tokenizer wrote.
 *
 * @param elements how many there are
 * @param content (index, channel), row-major
 * @param positions (index, axis), row-major; empty where all examples share them
 */
record Tokens(int elements, float[] content, float[] positions) {

  /** Tokenizes into buffers of exactly the size announced, as core does. */
  static <T> Tokens of(Tokenizer<T> tokenizer, T example) {
    ByteArraySpec spec = tokenizer.spec();
    int elements = tokenizer.elements(example);
    float[] content = new float[Math.multiplyExact(elements, spec.channels())];
    boolean shared = spec.sharedPositions().isPresent();
    float[] positions = new float[shared ? 0 : Math.multiplyExact(elements, spec.axes())];
    tokenizer.tokenize(example, FloatBuffer.wrap(content), FloatBuffer.wrap(positions));
    return new Tokens(elements, content, positions);
  }

  /**
   * Returns a copy with the positions written out where all examples share them: the first ones.
   */
  Tokens located(ByteArraySpec spec) {
    Optional<Positions> shared = spec.sharedPositions();
    if (shared.isEmpty()) {
      return this;
    }
    float[] first = new float[elements * spec.axes()];
    System.arraycopy(shared.get().values(), 0, first, 0, first.length);
    return new Tokens(elements, content, first);
  }

  /** Returns a copy with elements in a random order, each with its position. */
  Tokens shuffled(RandomGenerator random) {
    int[] order = new int[elements];
    for (int i = 0; i < elements; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return new Tokens(elements, ordered(content, order), ordered(positions, order));
  }

  private static float[] ordered(float[] rows, int[] order) {
    float[] ordered = new float[rows.length];
    int width = rows.length / order.length;
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(rows, order[i] * width, ordered, i * width, width);
    }
    return ordered;
  }

  /** Fails on the first number that is none. */
  void assertFinite(String what) {
    assertWithin(what + ", content", content, Float.MAX_VALUE, "a finite number");
    assertWithin(what + ", positions", positions, Float.MAX_VALUE, "a finite number");
  }

  /** Fails on the first coordinate outside [-1, 1]. */
  void assertPositionsInRange(String what) {
    assertWithin(what + ", positions", positions, 1, "-1 to 1");
  }

  private static void assertWithin(String what, float[] values, float most, String allowed) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= most)) { // not NaN either
        fail(
            "%s: at index %d of %d is %s, allowed: %s"
                .formatted(what, i, values.length, values[i], allowed));
      }
    }
  }

  /** Whether there is more than one element. */
  boolean isSeveral() {
    return elements > 1;
  }

  /** Whether the other are the same. */
  boolean isSame(Tokens other) {
    return Arrays.equals(content, other.content) && Arrays.equals(positions, other.positions);
  }

  /** Fails unless the other are the same. */
  void assertSame(String what, Tokens other) {
    ArrayAssert.assertSame(what + ", content", content, other.content);
    ArrayAssert.assertSame(what + ", positions", positions, other.positions);
  }
}
