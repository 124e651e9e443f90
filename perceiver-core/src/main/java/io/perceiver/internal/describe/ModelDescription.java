package io.perceiver.internal.describe;

import ai.djl.nn.Parameter;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.layer.LayerCost;
import io.perceiver.internal.nn.TrunkStep;
import io.perceiver.internal.nn.Weights;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Perceiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A model's inputs, layers, parameters, FLOPs and memory, read off its structure: nothing is
 * computed and no engine is needed.
 *
 * @param inputs the modalities, in the order they lie in the byte array
 * @param elements largest M, all modalities together
 * @param channels C of the byte array
 * @param layers in the order they run
 * @param parameters learned numbers, shared ones counted once
 * @param modelFlops multiplies and adds of one example by the plain formula, counted apart
 * @param executedFlops multiplies and adds of one example as the kernels do them
 * @param trainingFlops the same of forward and backward pass, without what is computed again
 * @param memory an estimate
 */
public record ModelDescription(
    List<InputRow> inputs,
    long elements,
    int channels,
    List<LayerRow> layers,
    long parameters,
    long modelFlops,
    long executedFlops,
    long trainingFlops,
    MemoryEstimate memory) {

  /**
   * Describes a network, trained without activation checkpointing.
   *
   * @param batchSize of the memory estimate
   * @throws PerceiverException if a plugin's Block hides the shapes of its parameters until it is
   *     initialized
   */
  public static ModelDescription of(Perceiver network, int batchSize) {
    return of(network, batchSize, false);
  }

  /**
   * Describes a network.
   *
   * @param batchSize of the memory estimate
   * @param recomputes whether training computes iterations again in the backward pass
   * @throws PerceiverException as the other
   */
  public static ModelDescription of(Perceiver network, int batchSize, boolean recomputes) {
    checkShapes(network);
    return new Reader(network, batchSize, recomputes).read();
  }

  /** Whether a network tells the shapes of all parameters before it is initialized. */
  public static boolean isPossible(Perceiver network) {
    return hidden(network).isEmpty();
  }

  private static List<String> hidden(Perceiver network) {
    return Weights.named(network).entrySet().stream()
        .filter(entry -> isUnknown(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void checkShapes(Perceiver network) {
    List<String> hidden = hidden(network);
    if (!hidden.isEmpty()) {
      throw new PerceiverException(
          "the shapes of " + hidden + " are known only once the model is initialized");
    }
  }

  private static boolean isUnknown(Parameter parameter) {
    return parameter.getShape() == null || parameter.getShape().size() < 0;
  }

  /** Returns the names of the layers that do not state their cost; it is in none of the sums. */
  public List<String> notStated() {
    return layers.stream()
        .filter(layer -> !layer.isStated())
        .map(LayerRow::name)
        .distinct()
        .toList();
  }

  /** Model GFLOPs of one example. */
  public double gflops() {
    return modelFlops / 1e9;
  }

  /** Executed GFLOPs of one example. */
  public double executedGflops() {
    return executedFlops / 1e9;
  }

  /** Executed GFLOPs of forward and backward pass of one example. */
  public double trainingGflops() {
    return trainingFlops / 1e9;
  }

  /** Walks one network. */
  private static final class Reader {
    private final Perceiver network;
    private final int batchSize;
    private final List<LayerRow> layers = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();
    private long elements;
    private final boolean recomputes;
    private final Map<Integer, Long> keptByIteration = new HashMap<>();
    private final Set<String> notStated = new LinkedHashSet<>();
    private long largestLayer;

    Reader(Perceiver network, int batchSize, boolean recomputes) {
      this.network = network;
      this.batchSize = batchSize;
      this.recomputes = recomputes;
    }

    ModelDescription read() {
      List<InputRow> inputs = new ArrayList<>();
      network.inputs().forEach((name, input) -> inputs.add(input(name, input)));
      fusion();
      latents();
      network.trunk().steps().forEach(this::step);
      network.heads().forEach(this::head);
      long parameters = Weights.count(network);
      long model = layers.stream().mapToLong(LayerRow::modelFlops).sum();
      long executed = layers.stream().mapToLong(LayerRow::executedFlops).sum();
      long training = layers.stream().mapToLong(LayerRow::trainingFlops).sum();
      return new ModelDescription(
          inputs,
          elements,
          network.fusion().channels(),
          List.copyOf(layers),
          parameters,
          model,
          executed,
          training,
          memory(parameters));
    }

    private InputRow input(String name, ModalityInput input) {
      ByteArraySpec spec = input.adapted();
      PositionEncoding encoding = input.positionEncoding();
      elements += spec.maxElements();
      int padding = network.fusion().padding(name);
      String content = spec.channels() == 0 ? "no content" : spec.channels() + " " + spec.content();
      String explanation =
          "%s + %d position (%s)"
              .formatted(content, encoding.channels(spec), encoding.explain(spec));
      if (padding > 0) {
        explanation += " + %d learned, the modality's own".formatted(padding);
      }
      long learned = Weights.count(network.encoder(name));
      row(
          "input-" + name,
          "elements with positions",
          shape(spec.maxElements(), input.channels()),
          learned);
      return new InputRow(name, spec.maxElements(), input.channels() + padding, explanation);
    }

    private void fusion() {
      if (network.inputs().size() > 1) {
        row(
            "fusion",
            "pad, tag and join",
            shape(elements, network.fusion().channels()),
            Weights.count(network.fusion()));
      }
    }

    private void latents() {
      row("latents", "learned latents", latentShape(), latentFloats());
    }

    private long latentFloats() {
      return (long) network.trunk().spec().latents() * network.trunk().spec().channels();
    }

    private void row(String name, String kind, String shape, long parameters) {
      layers.add(new LayerRow(name, kind, shape, parameters, false, true, 0, 0, 0));
    }

    private void step(TrunkStep step) {
      Optional<LayerCost> stated =
          step.cost(network.trunk().spec().latents(), elements, network.inputLearns());
      LayerCost cost = stated.orElse(LayerCost.NONE);
      boolean first = counted.add(step.name());
      layers.add(
          new LayerRow(
              step.name(),
              step.inverted() ? "inverted " + step.type() : step.type(),
              latentShape(),
              first ? Weights.count(step.layer()) : 0,
              !first,
              stated.isPresent(),
              cost.modelFlops(),
              cost.executedFlops(),
              cost.trainingFlops()));
      kept(step, stated.map(LayerCost::keptFloats).orElse(OptionalLong.empty()));
    }

    private void kept(TrunkStep step, OptionalLong floats) {
      if (floats.isEmpty()) {
        notStated.add(step.name());
      }
      keptByIteration.merge(step.iteration(), floats.orElse(0), Long::sum);
      largestLayer = Math.max(largestLayer, floats.orElse(0));
    }

    /** In the backward pass a head's products have two each. */
    private void head(String name, HeadBlock head) {
      long flops = head.flops();
      layers.add(
          new LayerRow(
              "head-" + name,
              "head",
              "",
              Weights.count(head),
              false,
              true,
              flops,
              flops,
              3 * flops));
    }

    /** What layers keep; of those that are computed again, the latents that each begins with. */
    private long keptFloats() {
      if (recomputes) {
        return keptByIteration.size() * latentFloats() + Collections.max(keptByIteration.values());
      }
      return keptByIteration.values().stream().mapToLong(Long::longValue).sum();
    }

    private MemoryEstimate memory(long parameters) {
      long weights = parameters * Float.BYTES;
      long bytes = 2 * elements * network.fusion().channels(); // as they are, and normalised
      return new MemoryEstimate(
          weights,
          weights + batchSize * (bytes + largestLayer) * Float.BYTES,
          4 * weights + batchSize * (bytes + keptFloats()) * Float.BYTES,
          batchSize,
          recomputes,
          List.copyOf(notStated));
    }

    private String latentShape() {
      return shape(network.trunk().spec().latents(), network.trunk().spec().channels());
    }

    private static String shape(long index, long channels) {
      return "(batch, " + index + ", " + channels + ")";
    }
  }
}
