package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.pytorch.engine.PtSymbolBlock;
import io.perceiver.kernel.Activation;
import io.perceiver.kernel.AttentionOptions;
import io.perceiver.kernel.AttentionSize;
import io.perceiver.kernel.AttentionWeights;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.LayerOptions;
import io.perceiver.kernel.LayerWeights;
import io.perceiver.kernel.MaskedRows;
import io.perceiver.kernel.MlpWeights;
import io.perceiver.kernel.PlainKernels;
import io.perceiver.kernel.Precision;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Kernels through libtorch: scaled dot product attention, GELU, foreach norm, fused AdamW. */
public final class TorchKernels extends TorchUpdates implements Kernels {
  private static final float EPSILON = 1e-5f;
  private final PlainKernels plain = new PlainKernels();
  private final Precision precision;

  /** Scripts by resource and constants; a module must stay reachable while it is in use. */
  private final ConcurrentMap<Map<String, String>, PtSymbolBlock> scripts =
      new ConcurrentHashMap<>();

  /** In single precision. */
  public TorchKernels() {
    this(Precision.FLOAT32);
  }

  private TorchKernels(Precision precision) {
    this.precision = precision;
  }

  @Override
  public String name() {
    return precision == Precision.FLOAT32 ? "torch" : "torch " + precision.label();
  }

  @Override
  public Kernels in(Precision wanted) {
    return wanted == precision ? this : new TorchKernels(wanted);
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
        script(
            "attention.py",
            Map.of(
                "HEADS", Integer.toString(options.heads()),
                "BIASED", python(biased),
                "MASKED", python(mask != null),
                "ZERO_ROWS", python(options.maskedRows() == MaskedRows.ZERO),
                "DROPOUT", Double.toString(options.dropout())));
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
    PtSymbolBlock script = script("mlp.py", LayerCall.mlpConstants(activation, dropout));
    return ScriptCalls.differentiable(
        script, x, weights.widen(), weights.widenBias(), weights.narrow(), weights.narrowBias());
  }

  @Override
  public NDArray normalise(NDArray x) {
    return ScriptCalls.differentiable(script("normalise.py", Map.of()), x);
  }

  @Override
  public NDArray crossLayer(
      NDArray latents,
      NDArray normalised,
      @Nullable NDArray mask,
      LayerWeights weights,
      LayerOptions options) {
    if (options.attention().inverted()) {
      return Kernels.super.crossLayer(latents, normalised, mask, weights, options);
    }
    return layer(latents, normalised, mask, weights, options);
  }

  @Override
  public NDArray selfLayer(NDArray latents, LayerWeights weights, LayerOptions options) {
    return layer(latents, null, null, weights, options);
  }

  private NDArray layer(
      NDArray latents,
      @Nullable NDArray normalised,
      @Nullable NDArray mask,
      LayerWeights weights,
      LayerOptions options) {
    LayerCall call = new LayerCall(latents, normalised, mask, weights, options);
    return ScriptCalls.differentiable(script("layer.py", call.constants()), call.arguments());
  }

  @Override
  public long executedFlops(AttentionSize size) {
    return Math.min(size.modelFlops(), size.absorbedFlops());
  }

  /**
   * No scores; where the input is read itself, only the queries in its channels and what they read.
   */
  @Override
  public long keptFloats(AttentionSize size) {
    return size.favoursAbsorbing()
        ? 2L * size.heads() * size.queries() * size.keyValueChannels()
        : size.keys() * (size.qkChannels() + size.vChannels());
  }

  private PtSymbolBlock script(String resource, Map<String, String> constants) {
    Map<String, String> all = new HashMap<>(constants);
    all.put("PRODUCT", scalarType());
    Map<String, String> key = new HashMap<>(all);
    key.put("", resource);
    return scripts.computeIfAbsent(key, k -> TorchScript.load(resource, all));
  }

  /** What libtorch calls it ({@code c10/core/ScalarType.h}). */
  private String scalarType() {
    return switch (precision) {
      case FLOAT32 -> "6";
      case BFLOAT16 -> "15";
    };
  }

  static String python(boolean value) {
    return value ? "True" : "False";
  }
}
