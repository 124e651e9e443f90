package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.pytorch.engine.PtSymbolBlock;
import io.perceiver.api.layer.Activation;
import io.perceiver.internal.kernel.AttentionCost;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.AttentionSize;
import io.perceiver.internal.kernel.AttentionWeights;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.LayerOptions;
import io.perceiver.internal.kernel.LayerWeights;
import io.perceiver.internal.kernel.MlpWeights;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.kernel.Tape;
import io.perceiver.kernel.Precision;
import org.jspecify.annotations.Nullable;

/** Kernels through libtorch: scaled dot product attention, GELU, foreach norm, fused AdamW. */
public final class TorchKernels extends TorchUpdates implements Kernels {
  private static final float EPSILON = 1e-5f;
  private final PlainKernels plain = new PlainKernels();
  private final Scripts scripts;

  /** Creates one in single precision. */
  public TorchKernels() {
    this(Precision.FLOAT32);
  }

  private TorchKernels(Precision precision) {
    scripts = new Scripts(precision);
  }

  @Override
  public String name() {
    Precision precision = scripts.precision();
    return precision == Precision.FLOAT32 ? "torch" : "torch " + precision.label();
  }

  @Override
  public Kernels in(Precision wanted) {
    return wanted == scripts.precision() ? this : new TorchKernels(wanted);
  }

  @Override
  public NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias) {
    return Linear.linear(x, weight, bias).singletonOrThrow();
  }

  @Override
  public NDArray layerNorm(NDArray x, NDArray scale, NDArray offset) {
    Shape channels = new Shape(x.getShape().get(x.getShape().dimension() - 1));
    return LayerNorm.layerNorm(x, channels, scale, offset, EPSILON).singletonOrThrow();
  }

  @Override
  public NDArray attention(
      NDArray query,
      NDArray keyValue,
      @Nullable NDArray mask,
      AttentionWeights weights,
      AttentionOptions options) {
    if (options.inverted()) {
      return plain.attention(query, keyValue, mask, weights, options);
    }
    NDArray unused = weights.outputBias();
    NDArray queryBias = weights.queryBias();
    NDArray keyBias = weights.keyBias();
    NDArray valueBias = weights.valueBias();
    boolean biased = queryBias != null && keyBias != null && valueBias != null;
    PtSymbolBlock script =
        scripts.of("attention.py", new AttentionForm(options, biased, mask != null));
    return ScriptCalls.differentiable(
        script,
        query,
        keyValue,
        weights.query(),
        weights.key(),
        weights.value(),
        weights.output(),
        weights.outputBias(),
        queryBias == null ? unused : queryBias,
        keyBias == null ? unused : keyBias,
        valueBias == null ? unused : valueBias,
        mask == null ? unused : mask);
  }

  @Override
  public NDArray mlp(NDArray x, MlpWeights weights, Activation activation, double dropout) {
    PtSymbolBlock script = scripts.of("mlp.py", new MlpForm(activation, dropout));
    return ScriptCalls.differentiable(
        script, x, weights.widen(), weights.widenBias(), weights.narrow(), weights.narrowBias());
  }

  @Override
  public NDArray normalise(NDArray x) {
    return ScriptCalls.differentiable(scripts.of("normalise.py", ScriptForm.NONE), x);
  }

  @Override
  public NDArray crossLayer(
      NDArray latents,
      NDArray normalised,
      @Nullable NDArray mask,
      LayerWeights weights,
      LayerOptions options,
      @Nullable Tape tape) {
    if (options.attention().inverted()) {
      return Kernels.super.crossLayer(latents, normalised, mask, weights, options, tape);
    }
    LayerCall call = new LayerCall(latents, normalised, mask, weights, options);
    return call.isAbsorbed() ? new AbsorbedLayer(scripts, call).run(tape) : whole(call);
  }

  @Override
  public NDArray selfLayer(NDArray latents, LayerWeights weights, LayerOptions options) {
    return whole(new LayerCall(latents, null, null, weights, options));
  }

  private NDArray whole(LayerCall call) {
    return ScriptCalls.differentiable(scripts.of("layer.py", call.form()), call.arguments());
  }

  @Override
  public AttentionCost crossCost(
      AttentionSize size, AttentionOptions options, boolean inputLearns) {
    if (options.inverted()) {
      return AttentionCost.plain(size);
    }
    return LayerCall.isAbsorbed(size, options)
        ? absorbed(size, inputLearns)
        : whole(size, inputLearns);
  }

  @Override
  public AttentionCost selfCost(AttentionSize size) {
    return whole(size, true);
  }

  /** No scores are kept; where nothing is owed to the input, its part of two products drops out. */
  private static AttentionCost whole(AttentionSize size, boolean inputLearns) {
    long spared = inputLearns ? 0 : size.keyValueFlops();
    return new AttentionCost(
        size.modelFlops(),
        2 * size.modelFlops() - spared,
        size.keys() * (size.qkChannels() + size.vChannels()));
  }

  /**
   * Where nothing is owed to the input, {@link AbsorbedRead} makes the gradients of weights and
   * queries, half of the four that there are; the engine's own backward pass, which serves other
   * types and graphics processors, makes all. Counted is what processors do. Only the queries in
   * the input's channels and what they read are kept.
   */
  private AttentionCost absorbed(AttentionSize size, boolean inputLearns) {
    long spared = inputLearns ? 0 : size.inputReadFlops();
    return new AttentionCost(
        size.absorbedFlops(),
        2 * size.absorbedFlops() - spared,
        2L * size.heads() * size.queries() * size.keyValueChannels());
  }
}
