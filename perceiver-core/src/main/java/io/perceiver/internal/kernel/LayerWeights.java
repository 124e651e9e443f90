package io.perceiver.internal.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a whole layer: attention and MLP, each with its norm and residual.
 *
 * @param norm of the latents, before the attention
 * @param inputNorm of what is read; null where the latents read themselves
 * @param mlpNorm before the MLP
 */
public record LayerWeights(
    NormWeights norm,
    @Nullable NormWeights inputNorm,
    AttentionWeights attention,
    NormWeights mlpNorm,
    MlpWeights mlp) {

  /** Whether queries, keys and values all have biases; they have them together or not at all. */
  public boolean isBiased() {
    return attention.queryBias() != null;
  }

  /** The norm of what is read, which a layer that reads other arrays has. */
  NormWeights requiredInputNorm() {
    return Objects.requireNonNull(inputNorm, "inputNorm");
  }
}
