package io.perceiver.cli;

import com.google.inject.Injector;
import io.perceiver.Extensions;
import io.perceiver.PerceiverModule;
import io.perceiver.Perceivers;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.check.CheckReport;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.run.DataCheck;
import io.perceiver.run.Checkpoint;
import io.perceiver.run.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A finished or stopped run, which of its checkpoints, and values set on top of its configuration.
 */
final class RunOptions {
  private static final String ON_BAD_EXAMPLE = "--on-bad-example";
  private static final String SKIPPING = "give " + ON_BAD_EXAMPLE + " skip";

  @Parameters(index = "0", paramLabel = "RUN", description = "Run folder, such as runs/run-0001.")
  private @Nullable Path run;

  @Option(
      names = "--checkpoint",
      paramLabel = "NAME",
      defaultValue = "best",
      description = "best, latest, or a folder of RUN/checkpoints. Default: best.")
  private String checkpoint = "best";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a value on top of the run's configuration, such as data.threads=4.")
  private final List<String> set = new ArrayList<>();

  @Mixin private final DeviceOption device = new DeviceOption();

  @Option(
      names = ON_BAD_EXAMPLE,
      paramLabel = "skip|fail",
      description = "What to do with an example that cannot be read. Default: as the run did.")
  private @Nullable BadExamplePolicy onBadExample;

  /** The folder, as it was named. */
  Path path() {
    return Objects.requireNonNull(run);
  }

  /**
   * Opens the run, makes its model and loads the checkpoint.
   *
   * @throws Failure if it cannot be used
   */
  OpenRun open() {
    return Failure.as(
        ExitCode.RUN,
        () -> {
          RunFolder folder = RunFolder.open(path());
          ConfigNode.Mapping config =
              device.onRun(
                  Overrides.apply(YamlReader.file(folder.config()), set, Path.of("")), set);
          PerceiverModule module =
              new PerceiverModule(config)
                  .forTrainedModel()
                  .with(Extensions.pluginFolders(Installation.pluginFolders()));
          Injector injector = Perceivers.injector(module);
          Checkpoint chosen = new CheckpointChoice(folder).named(checkpoint);
          return OpenRun.of(folder, chosen, injector);
        });
  }

  /** Where unreadable examples are noted. */
  BadExamples badExamples(RunConfig config) {
    return new BadExamples(policy(config), SKIPPING);
  }

  /**
   * Looks at the files of examples before they are read, as {@code data.check} says.
   *
   * @param err hears warnings
   * @throws PerceiverException with every file that cannot be read, unless these are skipped
   */
  void check(OpenRun run, Map<String, List<Example>> splits, PrintWriter err) {
    RunConfig config = run.model().config();
    CheckReport report =
        new DataCheck(config, run.plugins()).check(splits, policy(config), SKIPPING);
    report.warnings().forEach(warning -> err.println("Warning: " + warning + "."));
    err.flush();
  }

  private BadExamplePolicy policy(RunConfig config) {
    return onBadExample == null ? config.data().common().onBadExample() : onBadExample;
  }
}
