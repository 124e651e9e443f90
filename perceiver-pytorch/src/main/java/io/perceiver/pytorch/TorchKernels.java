package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import io.perceiver.kernel.Activation;
import io.perceiver.kernel.AdamSettings;
import io.perceiver.kernel.AdamState;
import io.perceiver.kernel.AttentionOptions;
import io.perceiver.kernel.AttentionSize;
import io.perceiver.kernel.AttentionWeights;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.LayerOptions;
import io.perceiver.kernel.LayerWeights;
import io.perceiver.kernel.MaskedRows;
import io.perceiver.kernel.MlpWeights;
import io.perceiver.kernel.NormWeights;
import io.perceiver.kernel.PlainKernels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Kernels through libtorch: scaled dot product attention, GELU, foreach norm, fused AdamW. */
public final class TorchKernels implements Kernels {
  private static final float EPSILON = 1e-5f;
  private final PlainKernels plain = new PlainKernels();

  /** Scripts by resource and constants; a module must stay reachable while it is in use. */
  private final ConcurrentMap<Map<String, String>, PtSymbolBlock> scripts =
      new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "torch";
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
    return call(
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
    PtSymbolBlock script =
        script(
            "mlp.py",
            Map.of(
                "GEGLU", python(activation == Activation.GEGLU),
                "APPROXIMATE", activation == Activation.GELU_TANH ? "tanh" : "none",
                "DROPS", python(dropout > 0),
                "DROPOUT", Double.toString(dropout)));
    return call(
        script, x, weights.widen(), weights.widenBias(), weights.narrow(), weights.narrowBias());
  }

  @Override
  public NDArray normalise(NDArray x) {
    return call(script("normalise.py", Map.of()), x);
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
    AttentionOptions attention = options.attention();
    boolean masked = mask != null;
    boolean absorbed = normalised != null && absorbs(latents, normalised, weights, attention);
    double headChannels = (double) weights.attention().query().getShape().get(0) / attention.heads();
    Map<String, String> constants = new HashMap<>();
    constants.put("HEADS", Integer.toString(attention.heads()));
    constants.put("SCALE", Double.toString(1 / Math.sqrt(headChannels)));
    constants.put("BIASED", python(weights.isBiased()));
    constants.put("CROSS", python(normalised != null));
    constants.put("ABSORBED", python(absorbed));
    constants.put("MASKED", python(masked));
    constants.put("ZERO_ROWS", python(masked && attention.maskedRows() == MaskedRows.ZERO));
    constants.put("DROPOUT", Double.toString(attention.dropout()));
    constants.putAll(mlpConstants(options.activation()));
    constants.put("DROPS", python(options.mlpDropout() > 0));
    constants.put("MLP_DROPOUT", Double.toString(options.mlpDropout()));
    return call(script("layer.py", constants), arguments(latents, normalised, mask, weights));
  }

  /** Dropout works on the weights of single keys, whose sum is then no longer one. */
  private static boolean absorbs(
      NDArray latents, NDArray normalised, LayerWeights weights, AttentionOptions options) {
    return options.dropout() == 0
        && size(latents, normalised, weights.attention(), options).favoursAbsorbing();
  }

  private static AttentionSize size(
      NDArray latents, NDArray read, AttentionWeights weights, AttentionOptions options) {
    return new AttentionSize(
        options.heads(),
        latents.getShape().get(1),
        read.getShape().get(1),
        latents.getShape().get(2),
        read.getShape().get(2),
        weights.query().getShape().get(0),
        weights.value().getShape().get(0));
  }

  /** In the order of the script; where there is none, any other stands in. */
  private static NDArray[] arguments(
      NDArray latents, @Nullable NDArray normalised, @Nullable NDArray mask, LayerWeights layer) {
    AttentionWeights attention = layer.attention();
    NormWeights norm = layer.norm();
    NormWeights inputNorm = layer.inputNorm() == null ? norm : layer.inputNorm();
    NDArray unused = attention.outputBias();
    return new NDArray[] {
      latents,
      normalised == null ? unused : normalised,
      mask == null ? unused : mask,
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
      layer.mlpNorm().scale(),
      layer.mlpNorm().offset(),
      layer.mlp().widen(),
      layer.mlp().widenBias(),
      layer.mlp().narrow(),
      layer.mlp().narrowBias()
    };
  }

  private static Map<String, String> mlpConstants(Activation activation) {
    return Map.of(
        "GEGLU", python(activation == Activation.GEGLU),
        "APPROXIMATE", activation == Activation.GELU_TANH ? "tanh" : "none");
  }

  @Override
  public long executedFlops(AttentionSize size) {
    return Math.min(size.modelFlops(), size.absorbedFlops());
  }

  @Override
  public NDArray clipGlobalNorm(List<NDArray> gradients, double maxNorm) {
    PtNDManager manager = (PtNDManager) gradients.get(0).getManager();
    try (IValue list = list(gradients);
        IValue limit = IValue.from(maxNorm);
        IValue norm = IValueUtils.runMethod(script("clip.py", Map.of()), "forward", list, limit)) {
      return norm.toTensor(manager);
    }
  }

  @Override
  public void adamStep(AdamState state, AdamSettings settings) {
    IValue[] arguments = {
      list(state.values()),
      list(state.gradients()),
      list(state.firstMoments()),
      list(state.secondMoments()),
      list(state.steps()),
      IValue.from(settings.learningRate()),
      IValue.from(settings.beta1()),
      IValue.from(settings.beta2()),
      IValue.from(settings.epsilon()),
      IValue.from(settings.weightDecay())
    };
    try {
      IValueUtils.runMethod(script("adamw.py", Map.of()), "forward", arguments).close();
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }

  private PtSymbolBlock script(String resource, Map<String, String> constants) {
    Map<String, String> key = new HashMap<>(constants);
    key.put("", resource);
    return scripts.computeIfAbsent(key, k -> TorchScript.load(resource, constants));
  }

  /**
   * Calls a script in which autograd follows the thread's gradient mode; DJL's other entry always
   * runs in inference mode.
   */
  private static NDArray call(PtSymbolBlock script, NDArray... arguments) {
    return IValueUtils.forward(script, new NDList(arguments), true).singletonOrThrow();
  }

  private static IValue list(List<NDArray> arrays) {
    return IValue.listFrom(arrays.stream().map(a -> (PtNDArray) a).toArray(PtNDArray[]::new));
  }

  private static String python(boolean value) {
    return value ? "True" : "False";
  }
}
