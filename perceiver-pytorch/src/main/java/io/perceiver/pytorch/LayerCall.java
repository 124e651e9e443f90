package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.AttentionSize;
import io.perceiver.internal.kernel.AttentionWeights;
import io.perceiver.internal.kernel.LayerOptions;
import io.perceiver.internal.kernel.LayerWeights;
import io.perceiver.internal.kernel.NormWeights;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A layer and all it is given.
 *
 * @param latents (batch, query, channel)
 * @param normalised what they read, (batch, key, channel); null where they read themselves
 * @param mask (batch, key); null where all keys are real
 */
record LayerCall(
    NDArray latents,
    @Nullable NDArray normalised,
    @Nullable NDArray mask,
    LayerWeights weights,
    LayerOptions options) {

  /** What its script is made for. */
  LayerForm form() {
    long queryChannels = weights.attention().query().getShape().get(0);
    return new LayerForm(
        options,
        queryChannels / options.attention().heads(),
        weights.isBiased(),
        normalised != null,
        mask != null);
  }

  /** Whether to read the input itself. */
  boolean isAbsorbed() {
    AttentionWeights attention = weights.attention();
    return normalised != null
        && isAbsorbed(
            new AttentionSize(
                options.attention().heads(),
                latents.getShape().get(1),
                normalised.getShape().get(1),
                latents.getShape().get(2),
                normalised.getShape().get(2),
                attention.query().getShape().get(0),
                attention.value().getShape().get(0)),
            options.attention());
  }

  /**
   * Whether latents that read an input of these sizes read it itself. Attention dropout works on
   * single weights, whose sum is then no longer one.
   */
  static boolean isAbsorbed(AttentionSize size, AttentionOptions options) {
    return options.dropout() == 0 && size.favoursAbsorbing();
  }

  /** In the order of the script; where there is none, any other stands in. */
  NDArray[] arguments() {
    AttentionWeights attention = weights.attention();
    NormWeights norm = weights.norm();
    NormWeights inputNorm = Objects.requireNonNullElse(weights.inputNorm(), norm);
    NDArray unused = attention.outputBias();
    return new NDArray[] {
      latents,
      Objects.requireNonNullElse(normalised, unused),
      Objects.requireNonNullElse(mask, unused),
      norm.scale(),
      norm.offset(),
      inputNorm.scale(),
      inputNorm.offset(),
      attention.query(),
      attention.key(),
      attention.value(),
      attention.output(),
      attention.outputBias(),
      Objects.requireNonNullElse(attention.queryBias(), unused),
      Objects.requireNonNullElse(attention.keyBias(), unused),
      Objects.requireNonNullElse(attention.valueBias(), unused),
      weights.mlpNorm().scale(),
      weights.mlpNorm().offset(),
      weights.mlp().widen(),
      weights.mlp().widenBias(),
      weights.mlp().narrow(),
      weights.mlp().narrowBias()
    };
  }
}
