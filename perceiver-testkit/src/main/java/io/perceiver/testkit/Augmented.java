package io.perceiver.testkit;

import io.perceiver.api.Augmentation;
import io.perceiver.api.Modality;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/** Augments and tokenizes examples as core does in training. */
final class Augmented {
  private Augmented() {}

  /** Returns an example changed by a geometry of its own. */
  static <T> Tokens of(Modality<T> modality, T example, RandomGenerator random) {
    Object geometry = modality.augmentation().drawGeometry(example, random);
    return by(modality, modality.augmentation(), example, geometry, random);
  }

  /** Returns an example changed by a geometry, whoever drew it. */
  static <T, G> Tokens by(
      Modality<T> modality,
      Augmentation<T, G> augmentation,
      T example,
      Object drawn,
      RandomGenerator random) {
    G geometry = augmentation.geometryType().cast(drawn);
    Tokens tokens = Tokens.of(modality.tokenizer(), augmentation.apply(example, geometry, random));
    augmentation.features(
        FloatBuffer.wrap(tokens.content()),
        FloatBuffer.wrap(tokens.positions()),
        tokens.elements(),
        geometry,
        random);
    return tokens;
  }
}
