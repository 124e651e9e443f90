package io.perceiver.api;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * Random changes to training examples, in two parts. The <em>geometry</em> says where things move:
 * crops, flips, rotations, shifts in time. It is drawn once per example, and a modality that {@code
 * follows:} this one gets the same, so that a picture and its mask are cut alike. Everything else
 * (colour, noise, gain, dropped points) is never shared.
 *
 * <p>A geometry is therefore relative to the example: shares of its width or length, angles,
 * factors. It fits an example of any size and resolution. No other random draw belongs in it.
 *
 * <p>An implementation must be thread-safe and stateless. Every draw comes from the generator that
 * is passed in, which depends only on the run's seed, the epoch, the example and the modality.
 *
 * <pre>{@code
 * record Mirroring(double probability) implements Augmentation<float[], Boolean> {
 *   public Class<Boolean> geometryType() { return Boolean.class; }
 *
 *   public boolean drawsGeometry() { return probability > 0; }
 *
 *   public Boolean drawGeometry(float[] example, RandomGenerator random) {
 *     return random.nextDouble() < probability;
 *   }
 *
 *   public float[] apply(float[] example, Boolean mirrored, RandomGenerator random) {
 *     float[] copy = example.clone();
 *     for (int i = 0; i < copy.length; i++) {
 *       copy[i] = example[mirrored ? copy.length - 1 - i : i];
 *     }
 *     return copy;
 *   }
 * }
 * }</pre>
 *
 * @param <T> one raw example
 * @param <G> the geometry, immutable and equal by value; {@link NoGeometry} for changes that move
 *     nothing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Augmentation<T, G> {

  /**
   * Returns the class of the geometry. A modality can follow any other whose geometry has the same
   * class.
   */
  Class<G> geometryType();

  /**
   * Returns whether geometries differ from draw to draw. If not, {@link #drawGeometry} always
   * returns the one that moves nothing. A modality that follows another must not draw its own.
   */
  boolean drawsGeometry();

  /**
   * Draws a geometry for an example.
   *
   * @param example not to be modified
   */
  G drawGeometry(T example, RandomGenerator random);

  /**
   * Returns a changed copy of the example, or the example itself if nothing changes. It is moved by
   * the geometry and changed in every other way that is configured.
   *
   * @param example not to be modified
   * @param geometry drawn for this example or, if the modality follows another, for that one's
   * @param random for everything but the geometry
   */
  T apply(T example, G geometry, RandomGenerator random);

  /**
   * Changes the tokenized features in place.
   *
   * @param content (index, channel), row-major, exactly the example's elements
   * @param positions (index, axis) of the same elements; empty if all examples share positions
   * @param elements number of elements
   * @param geometry the one the example was moved by
   * @param random for everything but the geometry
   */
  default void features(
      FloatBuffer content,
      FloatBuffer positions,
      int elements,
      G geometry,
      RandomGenerator random) {}

  /**
   * Returns whether it makes no changes of its own, so that the examples of every epoch are equal.
   * It must still apply the geometry of another modality.
   */
  default boolean isNone() {
    return false;
  }

  /**
   * Returns an example changed by a newly drawn geometry and further draws, as for a modality that
   * follows no other.
   */
  default T augment(T example, RandomGenerator random) {
    return apply(example, drawGeometry(example, random), random);
  }

  /** Returns an augmentation that changes nothing. */
  static <T> Augmentation<T, NoGeometry> none() {
    return new Augmentation<>() {
      @Override
      public Class<NoGeometry> geometryType() {
        return NoGeometry.class;
      }

      @Override
      public boolean drawsGeometry() {
        return false;
      }

      @Override
      public NoGeometry drawGeometry(T example, RandomGenerator random) {
        return NoGeometry.NONE;
      }

      @Override
      public T apply(T example, NoGeometry geometry, RandomGenerator random) {
        return example;
      }

      @Override
      public boolean isNone() {
        return true;
      }
    };
  }
}
