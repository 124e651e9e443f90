package io.perceiver.cli;

import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.RunConfigWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code config}: a whole configuration, every key of it. */
@Command(
    name = "config",
    description = {
      "Prints a configuration with every key, its value and what it means; 'train' reads it back.",
      "Without CONFIG: that of the demo. Nothing is trained or looked for."
    },
    footer = {
      "  perceiver config > my.yaml",
      "  perceiver config my.yaml --set training.epochs=3 --resolved"
    })
final class ConfigCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ConfigOptions options = new ConfigOptions();
  @Mixin private final PresetOption preset = new PresetOption();

  @Option(names = "--resolved", description = "Print the values without the comments.")
  private boolean resolved;

  @Override
  public Integer call() {
    RunConfig config =
        Failure.as(
            ExitCode.CONFIGURATION,
            () -> RunConfigReader.read(preset.read(options), ModalitiesCommand.installed()));
    if (!resolved) {
      common
          .out()
          .println("# Every key with its value and what it means. Keys left out keep their");
      common.out().println("# default; a preset begins with model: {preset: NAME}. Train with it:");
      common.out().println("#   perceiver train THIS-FILE");
    }
    common.out().print(RunConfigWriter.write(config, !resolved));
    common.out().flush();
    return ExitCode.OK.code();
  }
}
