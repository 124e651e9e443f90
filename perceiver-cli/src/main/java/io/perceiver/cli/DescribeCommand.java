package io.perceiver.cli;

import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.config.HeadSection;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.describe.ModelDescription;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.nn.Perceiver;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.RunData;
import io.perceiver.train.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code describe}: what a model is made of and what it costs. */
@Command(
    name = "describe",
    description = {
      "Shows a model's inputs and layers, parameters, FLOPs and memory; nothing is trained.",
      "CONFIG may be a run folder too. The data is looked at only where nothing else names the classes."
    },
    footer = {
      "  perceiver describe --preset perceiver-imagenet",
      "  perceiver describe my.yaml --set model.latents=64 --json"
    })
final class DescribeCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ConfigOptions options = new ConfigOptions();
  @Mixin private final PresetOption preset = new PresetOption();

  @Option(names = "--json", description = "Print the description as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    PluginRegistry plugins = ModalitiesCommand.installed();
    RunConfig config =
        Failure.as(ExitCode.CONFIGURATION, () -> RunConfigReader.read(config(), plugins));
    Perceiver network = network(config, plugins);
    TrainingConfig training = config.training();
    ModelDescription description =
        Failure.as(
            ExitCode.CONFIGURATION,
            () ->
                ModelDescription.of(
                    network, training.batchSize(), training.activationCheckpointing()));
    if (json) {
      common.json(description(description));
    } else {
      new DescriptionText(description).print(common.out());
    }
    return ExitCode.OK.code();
  }

  /** The demo's classes are known before its data is made. */
  private ConfigNode.Mapping config() {
    ConfigNode.Mapping config = preset.read(options);
    return options.isDemo() && config.find("data.path").isPresent()
        ? DemoData.withClasses(config)
        : config;
  }

  private static Perceiver network(RunConfig config, PluginRegistry plugins) {
    return Failure.as(
        ExitCode.CONFIGURATION,
        () -> {
          try {
            return ModelAssembler.network(config, plugins, KernelLoader.installed());
          } catch (InvalidSpecException open) {
            Optional<Path> data = config.data().common().path();
            if (data.isEmpty() || Files.notExists(data.get())) {
              throw open;
            }
            RunConfig resolved = Failure.as(ExitCode.DATA, () -> resolved(config, plugins));
            return ModelAssembler.network(resolved, plugins, KernelLoader.installed());
          }
        });
  }

  /** With what the training data decides, such as the classes. */
  private static RunConfig resolved(RunConfig config, PluginRegistry plugins) throws IOException {
    List<Map<String, String>> rows =
        new RunData(plugins)
            .read(config).dataset().split(Splits.TRAIN).stream().map(Example::columns).toList();
    Map<String, HeadSection> heads = new LinkedHashMap<>();
    config.heads().forEach((name, head) -> heads.put(name, head.resolve(plugins, rows)));
    return config.with(c -> c.heads = heads);
  }

  private static Map<String, Object> description(ModelDescription description) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parameters", description.parameters());
    json.put("gflops", description.gflops());
    json.put("executedGflops", description.executedGflops());
    json.put("trainingGflops", description.trainingGflops());
    json.put("elements", description.elements());
    json.put("channels", description.channels());
    json.put("memory", description.memory());
    json.put("inputs", description.inputs());
    json.put("layers", description.layers());
    return json;
  }
}
