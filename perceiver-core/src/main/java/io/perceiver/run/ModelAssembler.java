package io.perceiver.run;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Modality;
import io.perceiver.api.Problems;
import io.perceiver.api.head.Head;
import io.perceiver.config.HeadSection;
import io.perceiver.config.ModalitySection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.ModalityUse;
import io.perceiver.internal.data.CacheBudget;
import io.perceiver.internal.data.Followers;
import io.perceiver.internal.data.ModalityPipeline;
import io.perceiver.internal.kernel.EngineWork;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.nn.TrunkLayers;
import io.perceiver.internal.run.RunDevice;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Perceiver;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.train.Averaging;
import io.perceiver.train.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;

/** Makes the model of a configuration. It computes where and how the configuration says. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ModelAssembler {
  private final PluginRegistry plugins;
  private final boolean keepsExamples;

  /** Creates an assembler of models whose parts these plugins make. */
  public ModelAssembler(PluginRegistry plugins) {
    this(plugins, false);
  }

  private ModelAssembler(PluginRegistry plugins, boolean keepsExamples) {
    this.plugins = plugins;
    this.keepsExamples = keepsExamples;
  }

  /**
   * Returns an assembler of models that read their examples again and again: they keep as many in
   * memory as {@code data.cacheMb} allows.
   */
  public ModelAssembler forTraining() {
    return new ModelAssembler(plugins, true);
  }

  /**
   * Makes a model with its first weights.
   *
   * @param config its heads resolved
   * @throws io.perceiver.api.PerceiverException if parts do not fit together, or not into memory,
   *     or the device is not here
   */
  public PerceiverModel assemble(RunConfig config) {
    Compute compute = RunDevice.compute(config);
    Map<String, Modality<?>> modalities = modalities(config, plugins);
    List<ModalityPipeline<?>> pipelines = new ArrayList<>();
    CacheBudget budget =
        keepsExamples
            ? CacheBudget.ofMegabytes(config.data().common().cacheMb())
            : CacheBudget.none();
    modalities.forEach(
        (name, modality) -> {
          ModalityUse use = Objects.requireNonNull(config.modalities().get(name)).use();
          pipelines.add(new ModalityPipeline<>(name, use, modality, budget));
        });
    Followers.of(pipelines); // refuses before anything is made
    Map<String, Head> heads = heads(config, plugins);
    Map<String, Double> weights = new LinkedHashMap<>();
    config.heads().forEach((name, section) -> weights.put(name, section.weight()));
    Map<String, ModelOutput> outputs = ModelOutput.of(heads, weights);
    Perceiver network =
        network(config, modalities, heads, config.layers().create(plugins), compute.kernels());
    ModelMemory.ofMachine().check(network, config.training(), keepsExamples);
    NDManager parameters = compute.newManager();
    try {
      network.initialize(parameters, compute.dataType(), config.seed());
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
    return new PerceiverModel(
        config, network, new Model(network, outputs, compute), pipelines, parameters);
  }

  /**
   * Makes the model of a run as it is used: with a checkpoint's weights or, where the configuration
   * averages them, with their averages.
   *
   * @throws io.perceiver.api.PerceiverException if the checkpoint is damaged or of another
   *     configuration
   */
  public PerceiverModel load(RunConfig config, Checkpoint checkpoint) throws IOException {
    return load(config, checkpoint, usedWeights(config));
  }

  /** The weight set a model of a configuration is used with. */
  static String usedWeights(RunConfig config) {
    return config.training().averaging().type() == Averaging.NONE
        ? Checkpoint.WEIGHTS
        : Checkpoint.AVERAGES;
  }

  /**
   * Makes the model of a run with a certain weight set of a checkpoint.
   *
   * @param weightSet {@link Checkpoint#WEIGHTS} or {@link Checkpoint#AVERAGES}
   * @throws io.perceiver.api.PerceiverException if the checkpoint is damaged, of another
   *     configuration, or lacks the weight set
   */
  public PerceiverModel load(RunConfig config, Checkpoint checkpoint, String weightSet)
      throws IOException {
    return EngineWork.run(() -> loaded(config, checkpoint, weightSet));
  }

  private PerceiverModel loaded(RunConfig config, Checkpoint checkpoint, String weightSet)
      throws IOException {
    checkpoint.verify();
    PerceiverModel model = assemble(config);
    try {
      checkpoint.loadWeights(weightSet, model.network());
      return model.calibrated(checkpoint.state().calibration());
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** The network of a configuration, not initialized: enough to describe it. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static Perceiver network(RunConfig config, PluginRegistry plugins, Kernels kernels) {
    TrunkLayers layers = config.layers().create(plugins);
    return network(config, modalities(config, plugins), heads(config, plugins), layers, kernels);
  }

  private static Perceiver network(
      RunConfig config,
      Map<String, Modality<?>> modalities,
      Map<String, Head> heads,
      TrunkLayers layers,
      Kernels kernels) {
    Perceiver.Builder builder =
        Perceiver.builder()
            .trunk(config.model())
            .layers(layers)
            .fusion(config.fusion())
            .kernels(kernels);
    modalities.forEach(
        (name, modality) -> {
          ByteArraySpec spec = modality.tokenizer().spec();
          if (config.inputs().containsKey(name)) {
            builder.modality(
                name,
                new ModalityInput(spec, modality.positionEncoding(), modality.inputAdapter()));
          } else {
            builder.output(name, spec);
          }
        });
    heads.forEach(builder::head);
    return builder.build();
  }

  private static Map<String, Modality<?>> modalities(RunConfig config, PluginRegistry plugins) {
    Map<String, Modality<?>> modalities = new LinkedHashMap<>();
    for (ModalitySection section : config.modalities().values()) {
      modalities.put(section.name(), section.create(plugins));
    }
    return modalities;
  }

  private static Map<String, Head> heads(RunConfig config, PluginRegistry plugins) {
    Map<String, Head> heads = new LinkedHashMap<>();
    Problems problems = new Problems("");
    for (HeadSection section : config.heads().values()) {
      try {
        heads.put(section.name(), section.create(plugins));
      } catch (InvalidSpecException e) {
        e.problems().forEach(problem -> problems.add("heads." + section.name() + "." + problem));
      }
    }
    problems.throwIfAny();
    return heads;
  }
}
