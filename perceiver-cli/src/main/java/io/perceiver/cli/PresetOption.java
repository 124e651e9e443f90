package io.perceiver.cli;

import io.perceiver.config.Presets;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.text.Nearest;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A published configuration to start from, instead of a file. */
final class PresetOption {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "A published model instead of CONFIG: ${COMPLETION-CANDIDATES}.")
  private @Nullable String preset;

  /** The names, for the help text. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Presets.names().iterator();
    }
  }

  /** The configuration of the preset, file, run folder or demo, with the values set on top. */
  ConfigNode.Mapping read(ConfigOptions options) {
    String name = preset;
    if (name == null) {
      return options.readOrOfRun();
    }
    if (options.file().isPresent()) {
      throw Failure.of(ExitCode.USAGE, "give either --preset or a CONFIG, not both");
    }
    if (Presets.find(name).isEmpty()) {
      List<String> names = Presets.names();
      throw Failure.of(
          ExitCode.USAGE,
          "--preset "
              + name
              + ": there is none of that name; there are "
              + String.join(", ", names)
              + "."
              + Nearest.question(name, names));
    }
    return Failure.as(ExitCode.CONFIGURATION, () -> options.withSet(document(name)));
  }

  /** The preset's own configuration, or the demo's with the preset's trunk. */
  private static ConfigNode.Mapping document(String name) {
    return Presets.document(name)
        .orElseGet(
            () ->
                Overrides.apply(
                    ConfigOptions.demo().without(List.of("model")),
                    List.of("model.preset=" + name),
                    Path.of("")));
  }
}
