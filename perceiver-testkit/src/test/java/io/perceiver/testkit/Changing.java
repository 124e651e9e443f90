package io.perceiver.testkit;

import io.perceiver.api.Augmentation;
import io.perceiver.api.NoGeometry;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** An augmentation without a geometry, made of one function. */
record Changing<T>(BiFunction<T, RandomGenerator, T> change)
    implements Augmentation<T, NoGeometry> {

  static <T> Changing<T> by(BiFunction<T, RandomGenerator, T> change) {
    return new Changing<>(change);
  }

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
    return change.apply(example, random);
  }
}
