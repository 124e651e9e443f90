package io.perceiver.api;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * Random changes to training examples. Thread-safe and without memory: every draw comes from the
 * generator it is given, which depends on the run's seed, the epoch and the example alone.
 *
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Augmentation<T> {

  /** Returns a changed copy of the example, or the example itself; never modifies its argument. */
  default T example(T example, RandomGenerator random) {
    return example;
  }

  /**
   * Changes the tokenized features in place.
   *
   * @param content (index, channel), row-major, exactly the example's elements
   * @param positions (index, axis) of the same elements; empty where all examples share positions
   * @param elements number of elements
   */
  default void features(
      FloatBuffer content, FloatBuffer positions, int elements, RandomGenerator random) {}

  /** Whether it changes nothing, so that the examples of every epoch are equal. */
  default boolean isNone() {
    return false;
  }

  /** No change at all. */
  static <T> Augmentation<T> none() {
    return new Augmentation<>() {
      @Override
      public boolean isNone() {
        return true;
      }
    };
  }
}
