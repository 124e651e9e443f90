package io.perceiver.bench.scaling;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Head;
import io.perceiver.bench.subject.DrawnBatch;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.bench.subject.Subject;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.nn.Weights;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.Network;
import io.perceiver.nn.Perceiver;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.Model;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of the two networks over pictures of one size, with a batch of one example. */
final class ScalingModel implements AutoCloseable {
  private final NDManager memory;
  private final Subject subject;
  private final DeviceBatch batch;
  private final long elements;

  /** Which network. */
  enum Kind {
    /** The model of the configuration. */
    PERCEIVER,
    /** The plain Transformer of the same width and depth. */
    TRANSFORMER
  }

  /**
   * Makes it.
   *
   * @param model a configuration with one image modality and one head
   * @param side pixels of a picture's side
   */
  ScalingModel(Kind kind, ModelOptions model, int side, long seed, Compute compute) {
    RunConfig config = sized(model, side);
    PluginRegistry plugins = ModelOptions.plugins();
    Map<String, Head> heads = new LinkedHashMap<>();
    config.heads().forEach((name, section) -> heads.put(name, section.create(plugins)));
    Perceiver perceiver = ModelAssembler.network(config, plugins, compute.kernels());
    if (heads.size() != 1) {
      throw new PerceiverException("scaling needs a model of one head, this has " + heads.keySet());
    }
    elements = perceiver.inputs().values().iterator().next().spec().maxElements();
    memory = compute.newManager();
    Network network;
    if (kind == Kind.PERCEIVER) {
      perceiver.initialize(memory, compute.dataType(), seed);
      network = perceiver;
    } else {
      PlainTransformer transformer = transformer(perceiver, heads, config, compute);
      Weights.initialize(transformer, memory, compute.dataType(), seed);
      network = transformer;
    }
    Model trained = Model.of(network, heads, compute);
    subject = new Subject(trained);
    batch = DrawnBatch.of(perceiver, trained.outputs(), 1, seed, memory);
  }

  /** The model for pictures of another size. */
  static RunConfig sized(ModelOptions model, int side) {
    String name = modality(model.read());
    return model
        .with("modalities." + name + ".height=" + side, "modalities." + name + ".width=" + side)
        .read();
  }

  private static String modality(RunConfig config) {
    if (config.modalities().size() != 1
        || !config.modalities().values().iterator().next().plugin().equals("image")) {
      throw new PerceiverException(
          "scaling needs a model of one image modality, this has " + config.modalities().keySet());
    }
    return config.modalities().keySet().iterator().next();
  }

  private static PlainTransformer transformer(
      Perceiver perceiver, Map<String, Head> heads, RunConfig config, Compute compute) {
    String modality = perceiver.inputs().firstKey();
    Map.Entry<String, Head> head = heads.entrySet().iterator().next();
    return new PlainTransformer(
        modality,
        perceiver.encoder(modality).input(),
        head.getKey(),
        head.getValue().outputs().get(0).classes().size(),
        config.model(),
        config.model().iterations() * Math.max(1, config.model().selfAttends()),
        compute.kernels());
  }

  /** Input elements, M. */
  long elements() {
    return elements;
  }

  void forward() {
    subject.forward(batch);
  }

  long step() {
    return subject.step(batch).total();
  }

  @Override
  public void close() {
    subject.close();
    memory.close();
  }
}
