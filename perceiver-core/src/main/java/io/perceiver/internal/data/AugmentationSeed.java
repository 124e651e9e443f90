package io.perceiver.internal.data;

import java.util.random.RandomGenerator;

/**
 * Where the draws for a training example begin, in one epoch.
 *
 * @param seed the run's seed
 * @param epoch the epoch, from 0
 */
public record AugmentationSeed(long seed, long epoch) {

  /**
   * Returns the generator for everything but the geometry of one modality of one example, the same
   * whenever and wherever it is asked for.
   */
  public RandomGenerator generator(String exampleId, String modality) {
    return generator("augment", exampleId, modality);
  }

  /** Returns the generator for the geometry of one modality of one example. */
  RandomGenerator geometryGenerator(String exampleId, String modality) {
    return generator("geometry", exampleId, modality);
  }

  /** Does the same as {@link #generator(String, String)}, for draws of another purpose. */
  RandomGenerator generator(String purpose, String exampleId, String modality) {
    return Seeds.generator(seed, purpose, epoch, Seeds.hash(exampleId), Seeds.hash(modality));
  }
}
