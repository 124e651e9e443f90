package io.perceiver.run;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.Head;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Modality;
import io.perceiver.api.Problems;
import io.perceiver.config.HeadSection;
import io.perceiver.config.ModalitySection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.CacheBudget;
import io.perceiver.data.ModalityPipeline;
import io.perceiver.kernel.Compute;
import io.perceiver.kernel.Kernels;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Perceiver;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.train.Averaging;
import io.perceiver.train.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a configuration to a model. */
public final class ModelAssembler {
  private final PluginRegistry plugins;
  private final Compute compute;
  private final boolean keepsExamples;

  /** With the plugins installed, on a device. */
  public ModelAssembler(PluginRegistry plugins, Compute compute) {
    this(plugins, compute, false);
  }

  private ModelAssembler(PluginRegistry plugins, Compute compute, boolean keepsExamples) {
    this.plugins = plugins;
    this.compute = compute;
    this.keepsExamples = keepsExamples;
  }

  /**
   * The same for models that read their examples again and again: they keep as many in memory as
   * {@code data.cacheMb} allows.
   */
  public ModelAssembler forTraining() {
    return new ModelAssembler(plugins, compute, true);
  }

  /**
   * Makes a model with its first weights.
   *
   * @param config its heads resolved
   * @throws io.perceiver.api.PerceiverException if parts do not fit together, or not into memory
   */
  public LoadedModel assemble(RunConfig config) {
    Map<String, Modality<?>> modalities = modalities(config, plugins);
    List<ModalityPipeline<?>> pipelines = new ArrayList<>();
    CacheBudget budget =
        keepsExamples
            ? CacheBudget.ofMegabytes(config.data().common().cacheMb())
            : CacheBudget.none();
    modalities.forEach(
        (name, modality) -> pipelines.add(new ModalityPipeline<>(name, modality, budget)));
    Map<String, Head> heads = heads(config, plugins);
    Perceiver network = network(config, modalities, heads, compute.kernels());
    ModelMemory.ofMachine().check(network, config.training(), keepsExamples);
    NDManager parameters = compute.newManager();
    try {
      network.initialize(parameters, compute.dataType(), config.seed());
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
    return new LoadedModel(config, new Model(network, heads, compute), pipelines, parameters);
  }

  /**
   * Makes the model of a run as it is used: with a checkpoint's weights or, where the configuration
   * averages them, with their averages.
   *
   * @throws io.perceiver.api.PerceiverException if the checkpoint is damaged or of another
   *     configuration
   */
  public LoadedModel load(RunConfig config, Checkpoint checkpoint) throws IOException {
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
  public LoadedModel load(RunConfig config, Checkpoint checkpoint, String weightSet)
      throws IOException {
    checkpoint.verify();
    LoadedModel model = assemble(config);
    try {
      checkpoint.loadWeights(weightSet, model.model().network());
      return model;
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** The network of a configuration, not initialized: enough to describe it. */
  public static Perceiver network(RunConfig config, PluginRegistry plugins, Kernels kernels) {
    return network(config, modalities(config, plugins), heads(config, plugins), kernels);
  }

  private static Perceiver network(
      RunConfig config,
      Map<String, Modality<?>> modalities,
      Map<String, Head> heads,
      Kernels kernels) {
    Perceiver.Builder builder =
        Perceiver.builder().trunk(config.model()).fusion(config.fusion()).kernels(kernels);
    modalities.forEach(
        (name, modality) ->
            builder.modality(
                name,
                new ModalityInput(
                    modality.tokenizer().spec(),
                    modality.positionEncoding(),
                    modality.inputAdapter())));
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
