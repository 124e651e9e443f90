package io.perceiver.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.position.ChannelOrder;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.api.position.NoPositions;
import io.perceiver.head.ClassificationHead;
import io.perceiver.head.CrossEntropy;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.MaskedRows;
import io.perceiver.nn.AttentionConfig;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.PerceiverOutput;
import io.perceiver.nn.Sharing;
import io.perceiver.nn.Weights;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.Optimizers;
import io.perceiver.train.ParameterUpdate;
import io.perceiver.train.StepParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
        .withAttention(
            AttentionConfig.ofHeads(
                json.path("cross_heads").asInt(1), json.path("cross_dim_head").asInt(64)),
            AttentionConfig.ofHeads(
                json.path("latent_heads").asInt(8), json.path("latent_dim_head").asInt(64)))
        .withSelfAttends(json.path("self_per_cross_attn").asInt(1))
        .withSharing(sharing, sharing)
        .withInverted(inverted(json.path("inverted_cross_attn"), depth))
        .withMaskedRows(MaskedRows.UNIFORM);
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
    NDArray result = output.heads().getOrDefault(HEAD, output.latents());
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

  /** Mean cross-entropy; without a head, of the mean latent. */
  private NDArray loss(NDArray output) throws IOException {
    NDArray logits = output.getShape().dimension() == 3 ? output.mean(new int[] {1}) : output;
    int classes = (int) logits.getShape().get(1);
    NDArray labels =
        manager.create(reference.tensors().longs("input/labels"), reference.shape("input/labels"));
    return new CrossEntropy(0).perExample(logits, labels.oneHot(classes)).mean();
  }

  void compareGradients(Comparison comparison) throws IOException {
    try (NDManager step = manager.newSubManager()) {
      Map<Parameter, NDArray> gradients = new StepResult(step).gradients();
      for (Map.Entry<String, List<String>> entry : names.entrySet()) {
        String peer = "grad/" + entry.getKey();
        int size = (int) reference.shape("param/" + entry.getKey()).size();
        float[] expected = reference.has(peer) ? reference.tensors().floats(peer) : new float[size];
        comparison.gradient(entry.getKey(), expected, joined(gradients, entry.getValue(), size));
      }
    }
  }

  /** The gradients of several parameters one after another; zeros where one has none. */
  private float[] joined(Map<Parameter, NDArray> gradients, List<String> ours, int size) {
    float[] all = new float[size];
    int at = 0;
    for (String name : ours) {
      Parameter parameter = parameter(name);
      @Nullable NDArray gradient = gradients.get(parameter);
      int length = (int) parameter.getShape().size();
      if (gradient != null && at + length <= size) {
        System.arraycopy(gradient.toFloatArray(), 0, all, at, length);
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
    Optimizer optimizer =
        Objects.requireNonNull(Optimizers.all().get(optimizerName)).create(config, kernels);
    float[] losses = new float[6];
    try (NDManager run = manager.newSubManager()) {
      OptimizerState state = new OptimizerState(run);
      for (int i = 0; i < losses.length; i++) {
        try (NDManager step = run.newSubManager()) {
          StepResult result = new StepResult(step);
          losses[i] = result.loss();
          optimizer.step(updates(result.gradients()), learningRate, state);
        }
      }
    }
    return losses;
  }

  private List<ParameterUpdate> updates(Map<Parameter, NDArray> gradients) {
    List<ParameterUpdate> updates = new ArrayList<>();
    parameters.forEach(
        (name, parameter) -> {
          NDArray gradient = gradients.get(parameter);
          if (gradient != null) {
            updates.add(new ParameterUpdate(name, false, parameter.getArray(), gradient));
          }
        });
    return updates;
  }

  /** One forward and backward pass. */
  private final class StepResult {
    private final StepParameters store;
    private final float loss;

    StepResult(NDManager step) throws IOException {
      store = new StepParameters(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        PerceiverOutput output = model.forward(store, Map.of(INPUT, batch), true);
        NDArray mean =
            LucidrainsModel.this.loss(output.heads().getOrDefault(HEAD, output.latents()));
        store.backward(collector, mean);
        loss = mean.getFloat();
      }
    }

    float loss() {
      return loss;
    }

    Map<Parameter, NDArray> gradients() {
      return store.gradients();
    }
  }
}
