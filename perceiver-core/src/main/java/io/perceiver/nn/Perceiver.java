package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Positions;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadInput;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.api.head.ModelInput;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.layer.Layer;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.Tape;
import io.perceiver.internal.nn.EncodedModality;
import io.perceiver.internal.nn.FusedBytes;
import io.perceiver.internal.nn.ModalityEncoder;
import io.perceiver.internal.nn.ModalityFusion;
import io.perceiver.internal.nn.PerceiverTrunk;
import io.perceiver.internal.nn.TrunkLayers;
import io.perceiver.internal.nn.Weights;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The whole model: every modality's encoder, their fusion, one trunk, and named heads.
 *
 * <p>Thread-safe once initialized: many threads may call it at once, each with a {@link
 * ParameterStore} of its own.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Perceiver extends Layer implements Network {
  private static final String HEAD = "head-";
  private final SortedMap<String, ModalityInput> inputs;
  private final SortedMap<String, ModalityEncoder> encoders = new TreeMap<>();
  private final ModalityFusion fusion;
  private final PerceiverTrunk trunk;
  private final SortedMap<String, ByteArraySpec> outputs;
  private final Map<String, NamedHead> heads = new LinkedHashMap<>();

  private Perceiver(Builder builder, Kernels kernels) {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(builder.inputs));
    outputs = new TreeMap<>(builder.outputs);
    SortedMap<String, Integer> widths = new TreeMap<>();
    inputs.forEach(
        (name, input) -> {
          encoders.put(name, addChildBlock("input-" + name, new ModalityEncoder(input)));
          widths.put(name, input.channels());
        });
    fusion = addChildBlock("fusion", new ModalityFusion(widths, builder.fusion));
    trunk =
        addChildBlock(
            "trunk", new PerceiverTrunk(fusion.channels(), builder.trunk, builder.layers, kernels));
    ModelSpec spec = spec();
    builder.heads.forEach(
        (name, head) -> {
          NamedHead made = NamedHead.of(name, head, spec, trunk.layers());
          heads.put(name, made);
          addChildBlock(HEAD + name, made.block());
        });
  }

  /** Returns what this model is, for heads. */
  public ModelSpec spec() {
    SortedMap<String, ModelInput> known = new TreeMap<>();
    encoders.forEach((name, encoder) -> known.put(name, encoder.forHeads()));
    return new ModelSpec(trunk.spec(), known, outputs);
  }

  /** Starts a model. */
  public static Builder builder() {
    return new Builder();
  }

  /** Gathers a model's parts. */
  public static final class Builder {
    private final SortedMap<String, ModalityInput> inputs = new TreeMap<>();
    private final SortedMap<String, ByteArraySpec> outputs = new TreeMap<>();
    private final Map<String, Head> heads = new LinkedHashMap<>();
    private FusionConfig fusion = FusionConfig.DEFAULT;
    private TrunkLayers layers = TrunkLayers.DEFAULT;
    private PerceiverConfig trunk = PerceiverConfig.lucidrains(6, 256, 512);
    private @Nullable Kernels kernels;

    private Builder() {}

    /**
     * Adds a modality under its name in this model.
     *
     * @throws PerceiverException if there is a modality of this name
     */
    public Builder modality(String name, ModalityInput input) {
      if (inputs.putIfAbsent(name, input) != null) {
        throw new PerceiverException(
            "two modalities are named '" + name + "'; give each its own name");
      }
      return this;
    }

    /** Adds a modality that is not fed to the trunk: heads have its elements as their target. */
    public Builder output(String name, ByteArraySpec elements) {
      outputs.put(name, elements);
      return this;
    }

    /**
     * Adds a modality whose raw arrays are grids, (batch, axes…, channel).
     *
     * @param shape size of each axis
     */
    public Builder grid(String name, int channels, PositionEncoding encoding, int... shape) {
      ByteArraySpec spec = ByteArraySpec.grid(channels, channels + " channels", shape);
      return modality(name, ModalityInput.of(spec, encoding));
    }

    /** Sets the numbers of the trunk. */
    public Builder trunk(PerceiverConfig config) {
      trunk = config;
      return this;
    }

    /** Sets what the trunk's layers are; without, those of the papers. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public Builder layers(TrunkLayers kinds) {
      layers = kinds;
      return this;
    }

    /** Sets how modalities are joined. */
    public Builder fusion(FusionConfig config) {
      fusion = config;
      return this;
    }

    /**
     * Adds a head under its name. A model without heads gives latents.
     *
     * @throws PerceiverException if there is a head of this name
     */
    public Builder head(String name, Head head) {
      if (heads.putIfAbsent(name, head) != null) {
        throw new PerceiverException("two heads are named '" + name + "'; give each its own name");
      }
      return this;
    }

    /**
     * Adds the head of a plugin under its name.
     *
     * @throws PerceiverException if there is a head of this name, or the configuration leaves
     *     something open
     */
    public <C extends Record> Builder head(String name, HeadPlugin<C> plugin, C config) {
      return head(name, plugin.create(config));
    }

    /** Sets the kernels; without, the fastest for the engine in use. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public Builder kernels(Kernels newKernels) {
      kernels = newKernels;
      return this;
    }

    /**
     * Makes the model, not yet initialized.
     *
     * @throws PerceiverException if it has no modality, one of them has no channels, or its numbers
     *     contradict each other
     */
    public Perceiver build() {
      if (inputs.isEmpty()) {
        throw new PerceiverException("a model needs at least one modality");
      }
      inputs.forEach(Builder::checkChannels);
      return new Perceiver(this, kernels == null ? KernelLoader.load() : kernels);
    }

    private static void checkChannels(String name, ModalityInput input) {
      if (input.channels() == 0) {
        throw new PerceiverException(
            "modality '"
                + name
                + "': its elements have neither content channels nor position channels; give it a"
                + " position encoding, or ask its plugin for channels");
      }
    }
  }

  /**
   * Gives every parameter its first value, a function of the seed and the parameter's name.
   *
   * @param manager owns the parameters, on its device
   */
  public Perceiver initialize(NDManager manager, long seed) {
    return initialize(manager, DataType.FLOAT32, seed);
  }

  /** Does the same as {@link #initialize(NDManager, long)}, with parameters of another type. */
  public Perceiver initialize(NDManager manager, DataType dataType, long seed) {
    Weights.initialize(this, manager, dataType, seed);
    return this;
  }

  /**
   * Runs the model.
   *
   * @param batch by modality; one that no example has is left out
   * @return owned by the manager of the batch
   */
  public PerceiverOutput forward(
      ParameterStore parameters, Map<String, ByteArray> batch, boolean training) {
    Map<String, EncodedModality> encoded = new TreeMap<>();
    batch.forEach(
        (name, bytes) ->
            encoded.put(
                name,
                EncodedModality.of(encoder(name).forward(parameters, bytes, training), bytes)));
    FusedBytes fused = fusion.forward(parameters, encoded, training);
    NDArray bytes = fused.bytes();
    Tape tape = Tape.of(parameters, training);
    if (tape != null && inputLearns()) {
      bytes = tape.cut(bytes); // trunk and heads differentiate it one after the other
    }
    NDArray latents = trunk.forward(parameters, bytes, fused.mask(), training);
    HeadInput seen = new HeadInput(latents, bytes, fused.mask(), fused.spans(), batch);
    Map<String, NDArray> outputs = new LinkedHashMap<>();
    heads.values().forEach(head -> head.forward(parameters, seen, training, outputs));
    return new PerceiverOutput(latents, outputs);
  }

  @Override
  public Block block() {
    return this;
  }

  @Override
  public Map<String, NDArray> outputs(
      ParameterStore parameters, Map<String, ByteArray> batch, boolean training) {
    return forward(parameters, batch, training).outputs();
  }

  /** Whether a gradient goes into the byte array: past the trunk's input something learns. */
  public boolean inputLearns() {
    return learns(fusion) || encoders.values().stream().anyMatch(Perceiver::learns);
  }

  private static boolean learns(Block block) {
    return block.getParameters().values().stream().anyMatch(Parameter::requiresGradient);
  }

  /**
   * A modality's encoder.
   *
   * @throws PerceiverException if the model has no such modality
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ModalityEncoder encoder(String modality) {
    ModalityEncoder encoder = encoders.get(modality);
    if (encoder == null) {
      throw new PerceiverException(
          "the model has no modality '" + modality + "'; it has " + encoders.keySet());
    }
    return encoder;
  }

  /**
   * Runs a model of one modality on a raw array, outside training.
   *
   * @param raw (batch, axes…, channel)
   * @return the first head's first output, or the latents of a model without heads; owned by the
   *     manager of the array
   */
  public NDArray predict(NDArray raw) {
    if (inputs.size() != 1) {
      throw new PerceiverException(
          "the model has the modalities " + inputs.keySet() + "; give each its array");
    }
    return predict(Map.of(inputs.firstKey(), raw));
  }

  /** Runs the model on raw arrays by modality, each (batch, axes…, channel), outside training. */
  public NDArray predict(Map<String, NDArray> raw) {
    Map<String, ByteArray> batch = new TreeMap<>();
    raw.forEach((name, array) -> batch.put(name, grid(name, array, null)));
    NDManager manager = raw.values().iterator().next().getManager();
    PerceiverOutput output = forward(new ParameterStore(manager, false), batch, false);
    return output.outputs().isEmpty()
        ? output.latents()
        : output.outputs().values().iterator().next();
  }

  /**
   * Flattens a raw array into elements on an even grid.
   *
   * @param raw (batch, axes…, channel)
   * @param mask (batch, axes…), boolean, true = attend; or null
   */
  public ByteArray grid(String modality, NDArray raw, @Nullable NDArray mask) {
    ByteArraySpec spec = encoder(modality).input().spec();
    Shape shape = raw.getShape();
    if (shape.dimension() != spec.axes() + 2 || shape.get(spec.axes() + 1) != spec.channels()) {
      throw new PerceiverException(
          "%s: the raw array has shape %s, expected (batch, %d axes, %d channels)"
              .formatted(modality, shape, spec.axes(), spec.channels()));
    }
    int[] axes = new int[spec.axes()];
    for (int axis = 0; axis < axes.length; axis++) {
      axes[axis] = Math.toIntExact(shape.get(axis + 1));
    }
    Positions positions = Positions.grid(axes);
    boolean shared = spec.sharedPositions().map(positions::equals).orElse(false);
    long batch = shape.get(0);
    return new ByteArray(
        raw.reshape(batch, positions.count(), spec.channels()),
        shared ? null : positions.array(raw.getManager()),
        mask == null ? null : mask.reshape(batch, positions.count()));
  }

  /** The modalities, by name. */
  public SortedMap<String, ModalityInput> inputs() {
    return inputs;
  }

  /** The trunk. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public PerceiverTrunk trunk() {
    return trunk;
  }

  /** What joins the modalities. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ModalityFusion fusion() {
    return fusion;
  }

  /** The heads' Blocks, by name. */
  public Map<String, HeadBlock> heads() {
    Map<String, HeadBlock> blocks = new LinkedHashMap<>();
    heads.forEach((name, head) -> blocks.put(name, head.block()));
    return blocks;
  }

  @Override
  protected Shape[] childInputs(Block child, Shape... inputShapes) {
    return new Shape[] {
      new Shape(1, trunk.spec().latents(), trunk.spec().channels()),
    };
  }

  /** Takes one raw array of every modality, in the order of their names. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters, NDList raw, boolean training, PairList<String, Object> options) {
    Map<String, ByteArray> batch = new TreeMap<>();
    for (String name : inputs.keySet()) {
      batch.put(name, grid(name, raw.get(batch.size()), null));
    }
    PerceiverOutput output = forward(parameters, batch, training);
    return output.outputs().isEmpty()
        ? new NDList(output.latents())
        : new NDList(output.outputs().values());
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long batch = inputShapes[0].get(0);
    Shape latents = new Shape(batch, trunk.spec().latents(), trunk.spec().channels());
    if (heads.isEmpty()) {
      return new Shape[] {latents};
    }
    return heads.values().stream()
        .flatMap(head -> Arrays.stream(head.block().getOutputShapes(new Shape[] {latents})))
        .toArray(Shape[]::new);
  }
}
