package io.perceiver.cli;

import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.ModalitySelection;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A configuration file, or the built-in one, with values set on top of it. */
final class ConfigOptions {
  private static final String DEMO = "io/perceiver/cli/demo.yaml";

  @Parameters(
      arity = "0..1",
      paramLabel = "CONFIG",
      description = {
        "Configuration, a YAML file; paths in it are relative to it.",
        "Default: the built-in demo configuration ('perceiver config' prints it)."
      })
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Set a value on top of the configuration, such as training.epochs=3;",
        "paths are relative to the working folder. May be repeated."
      })
  private final List<String> set = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Keep these of the configuration's modalities and leave out the others,",
        "such as image or image,audio."
      })
  private final List<String> only = new ArrayList<>();

  /** The file that was named. */
  Optional<Path> file() {
    return Optional.ofNullable(config);
  }

  /** The values that were set. */
  List<String> set() {
    return List.copyOf(set);
  }

  /** The modalities to keep; empty for all. */
  List<String> only() {
    return List.copyOf(only);
  }

  /** Whether this is the built-in configuration on the data made for it. */
  boolean isDemo() {
    return config == null
        && set.stream().noneMatch(assignment -> assignment.strip().startsWith("data.path="));
  }

  /** The configuration's tree. */
  ConfigNode.Mapping read() {
    return Failure.as(
        ExitCode.CONFIGURATION, () -> withSet(config == null ? demo() : YamlReader.file(config)));
  }

  private ConfigNode.Mapping selected(ConfigNode.Mapping all) {
    return only.isEmpty() ? all : ModalitySelection.only(all, only);
  }

  /** The same where a run folder may be named too, for its configuration. */
  ConfigNode.Mapping readOrOfRun() {
    Path named = config;
    return named != null && Files.isDirectory(named)
        ? Failure.as(ExitCode.RUN, () -> withSet(YamlReader.file(RunFolder.open(named).config())))
        : read();
  }

  /** Another configuration with the values set on top, of the modalities to keep. */
  ConfigNode.Mapping withSet(ConfigNode.Mapping base) {
    return selected(Overrides.apply(base, set, Path.of("")));
  }

  /** The built-in configuration. */
  static ConfigNode.Mapping demo() {
    return YamlReader.resource(ConfigOptions.class.getClassLoader(), DEMO);
  }
}
