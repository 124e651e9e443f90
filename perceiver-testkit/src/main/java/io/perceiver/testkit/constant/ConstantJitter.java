package io.perceiver.testkit.constant;

import io.perceiver.api.Augmentation;
import java.util.random.RandomGenerator;

/** Moves the value a little. Every draw comes from the generator given. */
record ConstantJitter(ConstantConfig config) implements Augmentation<Constant> {

  @Override
  public Constant example(Constant example, RandomGenerator random) {
    double change = config.jitter() * (2 * random.nextDouble() - 1);
    return new Constant((float) (example.value() + change), example.elements());
  }
}
