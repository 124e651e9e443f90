package io.perceiver.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Example;
import io.perceiver.api.Modality;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import io.perceiver.internal.data.ModalityPipeline;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.train.OutputRows;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import io.perceiver.train.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A tiny trunk and a classification head on the CPU, in which every example is a class of its own.
 * Examples come from memory and are not augmented. Used by one thread.
 */
final class TinyModel implements AutoCloseable {
  /** The name of the only modality of a model that has one. */
  static final String ONLY = "example";

  private static final String HEAD = "label";
  private final NDManager manager = NDManager.newBaseManager(Devices.HOST);
  private final List<ModalityPipeline<?>> pipelines = new ArrayList<>();
  private final Perceiver network;
  private final Model model;
  private final BatchMaker maker;

  private TinyModel(Map<String, ? extends Modality<?>> modalities, int classes, long seed) {
    ClassificationHead head = ClassificationHead.of(classes);
    Compute compute = new Compute(Devices.HOST, DataType.FLOAT32, KernelLoader.load());
    Perceiver.Builder builder =
        Perceiver.builder().trunk(trunk()).head(HEAD, head).kernels(compute.kernels());
    modalities.forEach((name, modality) -> builder.modality(name, input(modality)));
    network = builder.build().initialize(manager, seed);
    model = Model.of(network, Map.of(HEAD, head), compute);
    modalities.forEach((name, modality) -> pipelines.add(new ModalityPipeline<>(name, modality)));
    maker = new BatchMaker(pipelines, model.targets(), new BadExamples(BadExamplePolicy.FAIL));
  }

  /** Two iterations of a cross-attend and one layer, 4 latents of 16 channels. */
  private static PerceiverConfig trunk() {
    return new PerceiverConfig(
        4,
        16,
        2,
        List.of(),
        1,
        Sharing.NONE,
        Sharing.NONE,
        AttentionConfig.ofHeads(1, 16),
        AttentionConfig.ofHeads(2, 8),
        new MlpConfig(2, Activation.GELU, 0),
        List.of(),
        MaskedRows.ZERO,
        new InitConfig(1, LinearInit.TORCH, 0.02));
  }

  private static ModalityInput input(Modality<?> modality) {
    return new ModalityInput(
        modality.tokenizer().spec(), modality.positionEncoding(), modality.inputAdapter());
  }

  /**
   * A model of several modalities.
   *
   * @param classes number of its outputs
   * @param seed of its first weights
   */
  static TinyModel of(Map<String, ? extends Modality<?>> modalities, int classes, long seed) {
    return new TinyModel(new TreeMap<>(modalities), classes, seed);
  }

  /** A model of one modality over examples, each a class. */
  static <T> TinyModel of(Modality<T> modality, RawExamples<T> examples, long seed) {
    return of(Map.of(ONLY, examples.readBy(modality)), examples.all().size(), seed);
  }

  /** The network. */
  Perceiver network() {
    return network;
  }

  /** Network and head. */
  Model model() {
    return model;
  }

  /** The same network; in its training something happens between forward and backward pass. */
  Model interrupted(Runnable between) {
    Map<String, ModelOutput> outputs = new TreeMap<>();
    model
        .outputs()
        .forEach(
            (name, output) ->
                outputs.put(
                    name,
                    new ModelOutput(
                        output.head(), new InterruptedOutput(output.output(), between), 1)));
    return new Model(network, outputs, model.compute());
  }

  /** Makes batches. */
  BatchMaker maker() {
    return maker;
  }

  /** The outputs for a batch, one array an example. */
  float[][] outputs(List<Example> examples) {
    try (HostBatch batch = maker.make(examples).orElseThrow()) {
      return Objects.requireNonNull(OutputRows.of(model, batch).get(HEAD)).rows();
    }
  }

  /**
   * The output for one example of the only modality, straight from its elements.
   *
   * @param tokens with their positions written out
   * @param length elements it is filled up to, by zeros that are masked
   */
  float[] output(Tokens tokens, int length) {
    try (NDManager scratch = manager.newSubManager()) {
      return network
          .forward(
              new ParameterStore(scratch, false),
              Map.of(ONLY, bytes(scratch, tokens, length)),
              false)
          .output(HEAD)
          .toFloatArray();
    }
  }

  /** (batch, index, channel) of what the trunk sees of one example of the only modality. */
  Shape encodedShape(Tokens tokens) {
    try (NDManager scratch = manager.newSubManager()) {
      return network
          .encoder(ONLY)
          .forward(
              new ParameterStore(scratch, false), bytes(scratch, tokens, tokens.elements()), false)
          .getShape();
    }
  }

  private ByteArray bytes(NDManager scratch, Tokens tokens, int length) {
    ByteArraySpec spec = pipelines.get(0).spec();
    NDArray mask = length == tokens.elements() ? null : mask(scratch, tokens, length);
    return new ByteArray(
        rows(scratch, tokens.content(), length, spec.channels()),
        // of an adapter's own elements it alone knows the positions
        keepsElements() ? rows(scratch, tokens.positions(), length, spec.axes()) : null,
        mask);
  }

  private boolean keepsElements() {
    ModalityInput input = network.encoder(ONLY).input();
    return input.adapted().maxElements() == input.spec().maxElements();
  }

  private static NDArray rows(NDManager manager, float[] values, int length, int width) {
    Shape shape = new Shape(1, length, width);
    return width == 0
        ? manager.zeros(shape)
        : manager.create(Arrays.copyOf(values, length * width), shape);
  }

  private static NDArray mask(NDManager manager, Tokens tokens, int length) {
    boolean[] real = new boolean[length];
    Arrays.fill(real, 0, tokens.elements(), true);
    return manager.create(real, new Shape(1, length));
  }

  /** Frees the parameters. */
  @Override
  public void close() {
    manager.close();
  }
}
