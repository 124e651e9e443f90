package io.perceiver.bench.subject;

import io.perceiver.api.PerceiverException;
import io.perceiver.config.Presets;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.plugin.PluginLoader;
import io.perceiver.plugin.PluginRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model is measured: a configuration file or a preset, with values set on top. */
public final class ModelOptions {
  /** The model where nothing else is said. */
  public static final String DEFAULT = "lucidrains-224";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The model, a YAML file as of 'perceiver train'; its heads name their classes.")
  private @Nullable Path config;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "The model, a preset that is a whole configuration. Default: ${DEFAULT-VALUE}.")
  private String preset = DEFAULT;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a value on top, such as model.iterations=2. May be repeated.")
  private final List<String> set = new ArrayList<>();

  /** Creates one for picocli. */
  public ModelOptions() {}

  /** Creates one with a default of their own. */
  public static ModelOptions orPreset(String preset) {
    return of(null, preset, List.of());
  }

  /** A preset with values set on top. */
  public static ModelOptions of(@Nullable Path config, @Nullable String preset, List<String> set) {
    ModelOptions options = new ModelOptions();
    options.config = config;
    options.preset = preset == null ? DEFAULT : preset;
    options.set.addAll(set);
    return options;
  }

  /** The same with more values set on top. */
  public ModelOptions with(String... more) {
    List<String> all = new ArrayList<>(set);
    all.addAll(List.of(more));
    return of(config, preset, all);
  }

  /** What it is, for a report. */
  public String description() {
    String base = config == null ? "preset " + preset : String.valueOf(config.getFileName());
    return set.isEmpty() ? base : base + " with " + String.join(", ", set);
  }

  /** The options again, for a child process. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (config != null) {
      arguments.addAll(List.of("--config", config.toAbsolutePath().toString()));
    } else {
      arguments.addAll(List.of("--preset", preset));
    }
    set.forEach(value -> arguments.addAll(List.of("--set", value)));
    return arguments;
  }

  /** The plugins of the class path. */
  public static PluginRegistry plugins() {
    return PluginLoader.load(ModelOptions.class.getClassLoader(), List.of());
  }

  /**
   * The configuration.
   *
   * @throws PerceiverException with every mistake found
   */
  public RunConfig read() {
    return RunConfigReader.read(Overrides.apply(document(), set, Path.of("")), plugins());
  }

  private ConfigNode.Mapping document() {
    if (config != null) {
      return YamlReader.file(config);
    }
    return Presets.document(preset)
        .orElseThrow(
            () ->
                new PerceiverException(
                    "'"
                        + preset
                        + "' is not a preset that is a whole configuration; presets: "
                        + Presets.names()
                        + ". Otherwise give --config FILE"));
  }
}
