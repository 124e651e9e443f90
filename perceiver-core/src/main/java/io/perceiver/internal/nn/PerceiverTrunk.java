package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.CrossLayerSpec;
import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.LatentLayerSpec;
import io.perceiver.api.layer.Layer;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.Tape;
import io.perceiver.nn.PerceiverConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trunk: latents read the byte array, then each other, again and again (Perceiver §3.1).
 *
 * <pre>
 * z = latents
 * for t = 0 … T-1:
 *   z = cross[t](z, bytes)        if the configuration has one
 *   for i = 0 … L-1:  z = self[t][i](z)
 * </pre>
 *
 * Layers are what {@link TrunkLayers} says. Shared ones are one Block called many times, so they
 * appear once among the parameters.
 */
public final class PerceiverTrunk extends Layer {
  private final PerceiverConfig config;
  private final int inputChannels;
  private final Kernels kernels;
  private final KernelLayers layers;
  private final LatentArray latents;
  private final TrunkLayers kinds;
  private final List<CrossLayer> cross = new ArrayList<>();
  private final List<LatentLayer> self = new ArrayList<>();
  private final List<TrunkStep> steps = new ArrayList<>();

  /** Creates a trunk of the papers' layers; arguments are those of the other constructor. */
  public PerceiverTrunk(int inputChannels, PerceiverConfig config, Kernels kernels) {
    this(inputChannels, config, TrunkLayers.DEFAULT, kernels);
  }

  /**
   * Creates a trunk.
   *
   * @param inputChannels channels of the byte array, position channels included
   * @param kinds what its layers are
   * @throws PerceiverException if a layer does not fit the latents, or lacks a form it is asked for
   */
  public PerceiverTrunk(
      int inputChannels, PerceiverConfig config, TrunkLayers kinds, Kernels kernels) {
    this.config = config;
    this.kinds = kinds;
    this.inputChannels = inputChannels;
    this.kernels = kernels;
    layers = KernelLayers.of(config, kernels);
    latents =
        addChildBlock(
            "latents",
            new LatentArray(config.latents(), config.latentChannels(), config.init().latentSd()));
    int crossUses = 0;
    for (int iteration = 0; iteration < config.iterations(); iteration++) {
      if (config.crossAttends(iteration)) {
        addCross(iteration, config.crossAttentionSharing().set(crossUses++));
      }
      addTransformer(iteration, config.latentSharing().set(iteration));
    }
  }

  private void addCross(int iteration, int set) {
    String name = "cross" + set;
    if (set == cross.size()) {
      CrossLayerSpec made =
          new CrossLayerSpec(spec(), inputChannels, config.crossAttention(), config.mlp());
      cross.add(addChildBlock(name, created(kinds.cross(), made)));
    }
    boolean inverted = config.invertedCrossAttends().contains(iteration);
    add(new TrunkStep(iteration, name, kinds.cross().type(), cross.get(set), inverted));
  }

  private void addTransformer(int iteration, int set) {
    for (int layer = 0; layer < config.selfAttends(); layer++) {
      int index = set * config.selfAttends() + layer;
      String name = "latent" + set + "x" + layer;
      if (index == self.size()) {
        LatentLayerSpec made = new LatentLayerSpec(spec(), config.selfAttention(), config.mlp());
        self.add(addChildBlock(name, created(kinds.latent(), made)));
      }
      add(new TrunkStep(iteration, name, kinds.latent().type(), self.get(index), false));
    }
  }

  private <S, L extends Layer> L created(TrunkLayers.Kind<S, L> kind, S spec) {
    @Nullable L layer = kind.create().apply(spec, layers);
    if (layer == null) {
      throw new PerceiverException(
          "the plugin of layers of type '%s' gives null instead of a layer".formatted(kind.type()));
    }
    return layer;
  }

  private void add(TrunkStep step) {
    if (step.inverted()) {
      step.invertible();
    }
    Shape shape = new Shape(1, config.latents(), config.latentChannels());
    step.checkShape(shape, step.layer().getOutputShapes(new Shape[] {shape})[0]);
    steps.add(step);
  }

  /**
   * Runs the trunk.
   *
   * @param bytes the byte array with its position channels, (batch, M, C); where the parameters
   *     come with a {@link Tape} and something learned has part in it, the end of a segment
   * @param mask (batch, M), boolean, true = attend; null where all elements are real
   * @return the latents, (batch, N, D), owned by the manager of the bytes
   * @throws PerceiverException if there is no element, or the channels are others
   */
  public NDArray forward(
      ParameterStore parameters, NDArray bytes, @Nullable NDArray mask, boolean training) {
    Shapes.check("PerceiverTrunk: bytes", bytes, "(batch, index, channel)", -1, -1, inputChannels);
    if (bytes.getShape().get(1) == 0) {
      throw new PerceiverException(
          "PerceiverTrunk: bytes have shape %s, without an element to read; an example has one at least"
              .formatted(bytes.getShape()));
    }
    NDArray z = latents.forward(parameters, bytes, training);
    Tape tape = Tape.of(parameters, training);
    ReadBytes read = read(bytes, mask, tape);
    if (tape != null && tape.recomputes()) {
      return recomputed(tape, tape.cut(z), read);
    }
    return run(steps, parameters, z, read, training);
  }

  /**
   * Layers of several segments differentiate the byte array one after the other: each form ends.
   */
  private ReadBytes read(NDArray bytes, @Nullable NDArray mask, @Nullable Tape tape) {
    boolean cuts = tape != null && bytes.hasGradient();
    NDArray raw = reads(false) ? bytes : null;
    NDArray normalised = reads(true) ? kernels.normalise(bytes) : null;
    if (tape != null && cuts) {
      raw = raw == null ? null : tape.cut(raw);
      normalised = normalised == null ? null : tape.cut(normalised);
    }
    return new ReadBytes(normalised, raw, mask);
  }

  private boolean reads(boolean normalised) {
    return steps.stream().anyMatch(s -> s.isCross() && s.readsNormalised() == normalised);
  }

  /** Iteration by iteration: between them nothing but the latents is kept. */
  private NDArray recomputed(Tape tape, NDArray first, ReadBytes read) {
    NDArray z = first;
    for (int iteration = 0; iteration < config.iterations(); iteration++) {
      List<TrunkStep> segment = steps(iteration);
      List<NDArray> inputs = new ArrayList<>(List.of(z));
      inputs.addAll(read.arrays());
      z =
          tape.recomputed(
              (parameters, given) ->
                  run(
                      segment,
                      parameters,
                      given.get(0),
                      read.with(given.subList(1, given.size())),
                      true),
              inputs);
    }
    return z;
  }

  private static NDArray run(
      List<TrunkStep> steps,
      ParameterStore parameters,
      NDArray latents,
      ReadBytes read,
      boolean training) {
    NDArray z = latents;
    for (TrunkStep step : steps) {
      z = step.forward(parameters, z, read, training);
    }
    return z;
  }

  private List<TrunkStep> steps(int iteration) {
    return steps.stream().filter(step -> step.iteration() == iteration).toList();
  }

  /** The layers in the order they run; a shared one appears each time. */
  public List<TrunkStep> steps() {
    return List.copyOf(steps);
  }

  /** What comes out. */
  public LatentArraySpec spec() {
    return new LatentArraySpec(config.latents(), config.latentChannels());
  }

  /** Channels of the byte array, position channels included. */
  public int inputChannels() {
    return inputChannels;
  }

  /** Returns the factory of its layers, for heads as well. */
  public KernelLayers layers() {
    return layers;
  }

  /** The numbers it was made of. */
  public PerceiverConfig config() {
    return config;
  }

  /** Takes a byte array, all of it real. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(forward(parameters, inputs.singletonOrThrow(), null, training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {
      new Shape(inputShapes[0].get(0), config.latents(), config.latentChannels())
    };
  }
}
