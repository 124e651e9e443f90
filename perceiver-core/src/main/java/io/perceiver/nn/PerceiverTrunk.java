package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.Tape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trunk: latents read the byte array, then each other, again and again (Perceiver §3.1).
 *
 * <pre>
 * z = latents
 * for t = 0 … T-1:
 *   z = cross[t](z, bytes)        where the configuration has one
 *   for i = 0 … L-1:  z = self[t][i](z)
 * </pre>
 *
 * Shared layers are one Block called many times, so they appear once among the parameters.
 */
public final class PerceiverTrunk extends Layer {
  private final PerceiverConfig config;
  private final int inputChannels;
  private final Kernels kernels;
  private final LatentArray latents;
  private final List<CrossAttention> cross = new ArrayList<>();
  private final List<SelfAttention> self = new ArrayList<>();
  private final List<TrunkStep> steps = new ArrayList<>();

  /** For byte arrays of so many channels, position channels included. */
  public PerceiverTrunk(int inputChannels, PerceiverConfig config, Kernels kernels) {
    this.config = config;
    this.inputChannels = inputChannels;
    this.kernels = kernels;
    latents =
        addChildBlock(
            "latents",
            new LatentArray(config.latents(), config.latentChannels(), config.init().latentSd()));
    int crossUses = 0;
    for (int iteration = 0; iteration < config.iterations(); iteration++) {
      if (config.crossAttends(iteration)) {
        addCross(iteration, config.crossAttentionSharing().set(crossUses++), kernels);
      }
      addTransformer(iteration, config.latentSharing().set(iteration), kernels);
    }
  }

  private void addCross(int iteration, int set, Kernels kernels) {
    if (set == cross.size()) {
      cross.add(addChildBlock("cross" + set, new CrossAttention(inputChannels, config, kernels)));
    }
    boolean inverted = config.invertedCrossAttends().contains(iteration);
    steps.add(new TrunkStep(iteration, "cross" + set, cross.get(set), null, inverted));
  }

  private void addTransformer(int iteration, int set, Kernels kernels) {
    for (int layer = 0; layer < config.selfAttends(); layer++) {
      int index = set * config.selfAttends() + layer;
      String name = "latent" + set + "x" + layer;
      if (index == self.size()) {
        self.add(addChildBlock(name, new SelfAttention(config, kernels)));
      }
      steps.add(new TrunkStep(iteration, name, null, self.get(index), false));
    }
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
    NDArray normalised = kernels.normalise(bytes);
    Tape tape = Tape.of(parameters, training);
    if (tape != null && bytes.hasGradient()) {
      normalised = tape.cut(normalised);
    }
    if (tape != null && tape.recomputes()) {
      return recomputed(tape, tape.cut(z), normalised, mask);
    }
    for (TrunkStep step : steps) {
      z = step.forward(parameters, z, normalised, mask, training);
    }
    return z;
  }

  /** Iteration by iteration: between them nothing but the latents is kept. */
  private NDArray recomputed(Tape tape, NDArray first, NDArray normalised, @Nullable NDArray mask) {
    NDArray z = first;
    for (int iteration = 0; iteration < config.iterations(); iteration++) {
      List<TrunkStep> layers = steps(iteration);
      z =
          tape.recomputed(
              (parameters, inputs) -> run(layers, parameters, inputs, mask),
              List.of(z, normalised));
    }
    return z;
  }

  private static NDArray run(
      List<TrunkStep> steps,
      ParameterStore parameters,
      List<NDArray> inputs,
      @Nullable NDArray mask) {
    NDArray z = inputs.get(0);
    for (TrunkStep step : steps) {
      z = step.forward(parameters, z, inputs.get(1), mask, true);
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
