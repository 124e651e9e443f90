package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import io.perceiver.kernel.Activation;
import io.perceiver.kernel.AttentionOptions;
import io.perceiver.kernel.AttentionSize;
import io.perceiver.kernel.AttentionWeights;
import io.perceiver.kernel.LayerOptions;
import io.perceiver.kernel.LayerWeights;
import io.perceiver.kernel.MaskedRows;
import io.perceiver.kernel.NormWeights;
import java.util.HashMap;
import java.util.Map;
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

  /** What stands for the words between dollar signs. */
  Map<String, String> constants() {
    AttentionOptions attention = options.attention();
    double headChannels =
        (double) weights.attention().query().getShape().get(0) / attention.heads();
    boolean zeroRows = mask != null && attention.maskedRows() == MaskedRows.ZERO;
    Map<String, String> constants =
        new HashMap<>(mlpConstants(options.activation(), options.mlpDropout()));
    constants.put("HEADS", Integer.toString(attention.heads()));
    constants.put("SCALE", Double.toString(1 / Math.sqrt(headChannels)));
    constants.put("BIASED", Scripts.python(weights.isBiased()));
    constants.put("CROSS", Scripts.python(normalised != null));
    constants.put("MASKED", Scripts.python(mask != null));
    constants.put("ZERO_ROWS", Scripts.python(zeroRows));
    constants.put("ATTENTION_DROPOUT", Double.toString(attention.dropout()));
    return constants;
  }

  /** Those of an MLP. */
  static Map<String, String> mlpConstants(Activation activation, double dropout) {
    return Map.of(
        "GEGLU", Scripts.python(activation == Activation.GEGLU),
        "APPROXIMATE", activation == Activation.GELU_TANH ? "tanh" : "none",
        "DROPS", Scripts.python(dropout > 0),
        "DROPOUT", Double.toString(dropout));
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
