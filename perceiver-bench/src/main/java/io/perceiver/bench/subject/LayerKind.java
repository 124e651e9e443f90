package io.perceiver.bench.subject;

import io.perceiver.nn.PerceiverConfig;
import java.util.List;

/**
 * Which layers a measured network has. Kinds are measured as networks of their own, through the
 * same way in as the whole, so that what the layers share stays shared.
 */
public enum LayerKind {
  /** The model as it is. */
  WHOLE("whole model"),
  /** Its cross-attends alone. */
  CROSS("cross-attends"),
  /** Its latent transformers alone, after one cross-attend over a single element. */
  LATENT("latent transformers");

  private final String label;

  LayerKind(String label) {
    this.label = label;
  }

  /** For reports. */
  public String label() {
    return label;
  }

  /** The trunk of this kind's network. */
  PerceiverConfig trunk(PerceiverConfig whole) {
    return switch (this) {
      case WHOLE -> whole;
      case CROSS -> whole.with(c -> c.selfAttends = 0);
      case LATENT ->
          whole.with(
              c -> {
                c.invertedCrossAttends = List.of();
                c.crossAttends = List.of(0);
              });
    };
  }
}
