package io.perceiver.internal.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.head.TargetArray;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.position.ChannelOrder;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.api.position.NoPositions;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.head.CrossEntropy;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.Network;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.PerceiverOutput;
import io.perceiver.nn.Sharing;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.GradientExchange;
import io.perceiver.train.MixedTarget;
import io.perceiver.train.Model;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.StepOptions;
import io.perceiver.train.TrainingStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference case of lucidrains/perceiver-pytorch as our model, with its weights. */
final class LucidrainsModel {
  private static final String INPUT = "data";
  private static final String HEAD = "label";

  private final ReferenceCase reference;
  private final NDManager manager;
  private final Kernels kernels;
  private final Perceiver model;
  private final Map<String, Parameter> parameters;
  private final Map<String, List<String>> names;
  private final ByteArray batch;

  LucidrainsModel(ReferenceCase reference, NDManager manager, Kernels kernels) throws IOException {
    this.reference = reference;
    this.manager = manager;
    this.kernels = kernels;
    JsonNode json = reference.config();
    boolean head = json.path("final_classifier_head").asBoolean(true);
    PerceiverConfig config = config(json);
    model = model(json, config, head).initialize(manager, 0);
    parameters = Weights.named(model);
    names =
        LucidrainsNames.of(config.iterations(), config.selfAttends(), config.latentSharing(), head);
    NDArray data = reference.array(manager, "input/data");
    NDArray mask = reference.has("input/mask") ? reference.booleans(manager, "input/mask") : null;
    batch = model.grid(INPUT, data, mask);
    checkAllKnown();
    importWeights();
  }

  private static PerceiverConfig config(JsonNode json) {
    int depth = json.path("depth").asInt();
    Sharing sharing =
        json.path("weight_tie_layers").asBoolean() ? Sharing.ALL_BUT_FIRST : Sharing.NONE;
    return PerceiverConfig.lucidrains(
            depth, json.path("num_latents").asInt(), json.path("latent_dim").asInt())
        .with(
            c -> {
              c.crossAttention =
                  AttentionConfig.ofHeads(
                      json.path("cross_heads").asInt(1), json.path("cross_dim_head").asInt(64));
              c.selfAttention =
                  AttentionConfig.ofHeads(
                      json.path("latent_heads").asInt(8), json.path("latent_dim_head").asInt(64));
              c.selfAttends = json.path("self_per_cross_attn").asInt(1);
              c.crossAttentionSharing = sharing;
              c.latentSharing = sharing;
              c.invertedCrossAttends = inverted(json.path("inverted_cross_attn"), depth);
              c.maskedRows = MaskedRows.UNIFORM;
            });
  }

  /** One boolean for all layers, or one for each. */
  private static List<Integer> inverted(JsonNode json, int depth) {
    List<Integer> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      if (json.isArray() ? json.path(i).asBoolean() : json.asBoolean()) {
        layers.add(i);
      }
    }
    return layers;
  }

  private Perceiver model(JsonNode json, PerceiverConfig config, boolean head) {
    int axes = json.path("input_axis").asInt(2);
    Shape data = reference.shape("input/data");
    int[] grid = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      grid[axis] = (int) data.get(axis + 1);
    }
    PositionEncoding encoding =
        json.path("fourier_encode_data").asBoolean(true)
            ? FourierFeatures.of(
                    json.path("num_freq_bands").asInt(), json.path("max_freq").asDouble())
                .in(ChannelOrder.LUCIDRAINS)
            : new NoPositions();
    Perceiver.Builder builder =
        Perceiver.builder()
            .grid(INPUT, json.path("input_channels").asInt(3), encoding, grid)
            .trunk(config)
            .kernels(kernels);
    if (head) {
      builder.head(HEAD, ClassificationHead.of(json.path("num_classes").asInt(1000)));
    }
    return builder.build();
  }

  private void importWeights() throws IOException {
    for (Map.Entry<String, List<String>> entry : names.entrySet()) {
      float[] values = reference.tensors().floats("param/" + entry.getKey());
      int from = 0;
      for (String name : entry.getValue()) {
        NDArray array = parameter(name).getArray();
        int size = (int) array.getShape().size();
        if (from + size > values.length) {
          throw new PerceiverException(
              "%s: param/%s holds %d numbers, too few for %s of shape %s"
                  .formatted(
                      reference.name(), entry.getKey(), values.length, name, array.getShape()));
        }
        Weights.put(Arrays.copyOfRange(values, from, from + size), parameter(name));
        from += size;
      }
      if (from != values.length) {
        throw new PerceiverException(
            "%s: param/%s holds %d numbers, the model takes %d"
                .formatted(reference.name(), entry.getKey(), values.length, from));
      }
    }
  }

  /** Weights that our model has no place for would make any comparison meaningless. */
  private void checkAllKnown() {
    List<String> unknown =
        reference.tensors().names().stream()
            .filter(tensor -> tensor.startsWith("param/"))
            .map(tensor -> tensor.substring("param/".length()))
            .filter(name -> !names.containsKey(name))
            .filter(name -> !reference.json().path("aliases_tied").has(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw new PerceiverException(
          reference.name() + ": the model has no place for the weights " + unknown);
    }
  }

  private Parameter parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  void compareOutputs(Comparison comparison) throws IOException {
    PerceiverOutput output =
        model.forward(new ParameterStore(manager, false), Map.of(INPUT, batch), false);
    NDArray result = output.outputs().getOrDefault(HEAD, output.latents());
    comparison.output(
        "output/out", reference.tensors().floats("output/out"), result.toFloatArray());
    if (reference.has("output/embeddings")) {
      comparison.output(
          "output/embeddings",
          reference.tensors().floats("output/embeddings"),
          output.latents().toFloatArray());
    }
    if (reference.has("output/loss")) {
      comparison.output(
          "output/loss",
          reference.tensors().floats("output/loss"),
          new float[] {loss(result).getFloat()});
    }
  }

  /** Without a head, the mean latent is what is compared with the labels. */
  private static NDArray logits(NDArray output) {
    return output.getShape().dimension() == 3 ? output.mean(new int[] {1}) : output;
  }

  private NDArray loss(NDArray output) throws IOException {
    NDArray logits = logits(output);
    return CrossEntropy.PLAIN.perElement(logits, labels(), Map.of(INPUT, batch)).mean();
  }

  private TargetArray labels() throws IOException {
    NDArray ids =
        manager.create(reference.tensors().longs("input/labels"), reference.shape("input/labels"));
    return TargetArray.of(ids, manager.ones(ids.getShape()));
  }

  void compareGradients(Comparison comparison) throws IOException {
    Map<String, float[]> gradients = new HashMap<>();
    Optimizer recording =
        (updates, rate, state) ->
            updates.forEach(
                update -> gradients.put(update.name(), update.gradient().toFloatArray()));
    steps(recording, 0, 1);
    for (Map.Entry<String, List<String>> entry : names.entrySet()) {
      String peer = "grad/" + entry.getKey();
      int size = (int) reference.shape("param/" + entry.getKey()).size();
      float[] expected = reference.has(peer) ? reference.tensors().floats(peer) : new float[size];
      comparison.gradient(entry.getKey(), expected, joined(gradients, entry.getValue(), size));
    }
  }

  /** The gradients of several parameters one after another; zeros where one has none. */
  private float[] joined(Map<String, float[]> gradients, List<String> ours, int size) {
    float[] all = new float[size];
    int at = 0;
    for (String name : ours) {
      float @Nullable [] gradient = gradients.get(name);
      int length = (int) parameter(name).getShape().size();
      if (gradient != null && at + length <= size) {
        System.arraycopy(gradient, 0, all, at, length);
      }
      at += length;
    }
    return all;
  }

  /** The losses before each of six steps on the same batch, from the case's weights. */
  float[] losses(String optimizerName, double learningRate) throws IOException {
    importWeights();
    OptimizerConfig config =
        new OptimizerConfig(optimizerName, learningRate, 0, 0.9, 0.999, 1e-8, 0);
    Optimizer optimizer = Optimizers.of(config, kernels);
    return steps(optimizer, learningRate, 6);
  }

  /** The losses before each of some steps. */
  private float[] steps(Optimizer optimizer, double learningRate, int count) throws IOException {
    float[] losses = new float[count];
    Compute compute = new Compute(manager.getDevice(), DataType.FLOAT32, kernels);
    StepOptions unclipped = new StepOptions(0, false, 1, name -> 1, GradientExchange.NONE);
    DeviceBatch step =
        new DeviceBatch(Map.of(INPUT, batch), Map.of(HEAD, List.of(MixedTarget.whole(labels()))));
    try (NDManager run = manager.newSubManager()) {
      TrainingStep training =
          new TrainingStep(
              Model.of(new Logits(), Map.of(HEAD, ClassificationHead.of(classes())), compute),
              optimizer,
              new OptimizerState(run),
              unclipped);
      for (int i = 0; i < losses.length; i++) {
        losses[i] = (float) training.take(i, learningRate, List.of(step)).loss();
      }
    }
    return losses;
  }

  private int classes() throws IOException {
    return (int) reference.shape("output/out").tail();
  }

  /** The model as something to be trained. */
  private final class Logits implements Network {
    @Override
    public Block block() {
      return model;
    }

    @Override
    public Map<String, NDArray> outputs(
        ParameterStore store, Map<String, ByteArray> inputs, boolean training) {
      PerceiverOutput output = model.forward(store, inputs, training);
      return Map.of(HEAD, logits(output.outputs().getOrDefault(HEAD, output.latents())));
    }
  }
}
