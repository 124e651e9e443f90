package io.perceiver.testkit.constant;

import io.perceiver.api.Augmentation;
import io.perceiver.api.NoGeometry;
import java.util.random.RandomGenerator;

/** Moves the value a little. Every draw comes from the generator given. */
record ConstantJitter(ConstantConfig config) implements Augmentation<Constant, NoGeometry> {

  @Override
  public Class<NoGeometry> geometryType() {
    return NoGeometry.class;
  }

  @Override
  public boolean drawsGeometry() {
    return false;
  }

  @Override
  public NoGeometry drawGeometry(Constant example, RandomGenerator random) {
    return NoGeometry.NONE;
  }

  @Override
  public Constant apply(Constant example, NoGeometry geometry, RandomGenerator random) {
    double change = config.jitter() * (2 * random.nextDouble() - 1);
    return new Constant((float) (example.value() + change), example.elements());
  }
}
