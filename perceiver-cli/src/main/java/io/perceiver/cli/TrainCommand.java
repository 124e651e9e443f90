package io.perceiver.cli;

import com.google.inject.Injector;
import io.perceiver.Extensions;
import io.perceiver.PerceiverModule;
import io.perceiver.Perceivers;
import io.perceiver.cli.progress.TrainingDisplay;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.run.RunDevice;
import io.perceiver.run.RunData;
import io.perceiver.run.RunFolder;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import io.perceiver.train.RunListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: from a configuration to a run folder. */
@Command(
    name = "train",
    description = {
      "Trains a model in a new run folder, and tests it at the end.",
      "Without CONFIG: a small model on demo data, which is made in ./demo-data first."
    },
    footer = {
      "  perceiver train my.yaml --set training.epochs=3 --runs runs",
      "  perceiver train --resume runs/run-0001"
    })
final class TrainCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ConfigOptions options = new ConfigOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Folder of runs, where the new one is made. Default: runs.")
  private Path runs = Path.of("runs");

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = {
        "Go on with a run that was stopped, from its latest checkpoint, or with a finished one",
        "for more epochs: --set training.epochs=N. Its own configuration is used; apart from",
        "training.epochs and training.steps only data.* and the device can be set."
      })
  private @Nullable Path resume;

  @Option(
      names = "--on-bad-example",
      paramLabel = "skip|fail",
      description = "What to do with an example that cannot be read: sets data.onBadExample.")
  private @Nullable BadExamplePolicy onBadExample;

  @Option(
      names = "--test-if-stopped",
      description = "Read the test split even if the training is stopped before its end.")
  private boolean testIfStopped;

  @Option(names = "--json", description = "Print the result as one JSON object on the last line.")
  private boolean json;

  @Override
  public Integer call() {
    return resume == null ? start() : resume(resume);
  }

  private int start() {
    boolean demo = options.isDemo();
    TrainingDisplay display = TrainingDisplay.on(System.err, Installation.hasTerminal());
    Injector injector = injector(completed(options.read()), display);
    if (demo) {
      new DemoData(common.err()).ensure(DemoData.FOLDER);
    }
    RunConfig config = injector.getInstance(RunConfig.class);
    return train(
        injector,
        display,
        demo ? Optional.of(config.inputs().keySet()) : Optional.empty(),
        training -> Failure.as(ExitCode.DATA, () -> training.run(config, runs)));
  }

  private int resume(Path run) {
    new ResumeRules(options).check();
    RunFolder folder = Failure.as(ExitCode.RUN, () -> RunFolder.open(run));
    ConfigNode.Mapping config =
        Failure.as(ExitCode.RUN, () -> options.withSet(YamlReader.file(folder.config())));
    TrainingDisplay display = TrainingDisplay.on(System.err, Installation.hasTerminal());
    Injector injector = injector(completed(config), display);
    RunConfig bound = injector.getInstance(RunConfig.class);
    Failure.as(ExitCode.DATA, () -> injector.getInstance(RunData.class).read(bound));
    return train(
        injector,
        display,
        Optional.empty(),
        training -> Failure.as(ExitCode.RUN, () -> training.resume(bound, folder)));
  }

  /** With what options of their own say. */
  private ConfigNode.Mapping completed(ConfigNode.Mapping config) {
    ConfigNode.Mapping placed = device.on(config);
    return onBadExample == null
        ? placed
        : Overrides.apply(
            placed,
            List.of("data.onBadExample=" + onBadExample.name().toLowerCase(Locale.ROOT)),
            Path.of(""));
  }

  private static Injector injector(ConfigNode.Mapping config, RunListener listener) {
    PerceiverModule module =
        new PerceiverModule(config)
            .with(
                Extensions.pluginFolders(Installation.pluginFolders()),
                Extensions.listeners(listener));
    return Failure.as(
        ExitCode.CONFIGURATION,
        () -> {
          Injector injector = Perceivers.injector(module);
          RunDevice.check(injector.getInstance(RunConfig.class));
          return injector;
        });
  }

  /** A training started in one of its two ways. */
  @FunctionalInterface
  private interface Start {
    RunResult of(Training training);
  }

  /**
   * Trains and reports.
   *
   * @param demo the model's modalities where the data are the demo's
   */
  private int train(
      Injector injector, TrainingDisplay display, Optional<Set<String>> demo, Start start) {
    Training training = injector.getInstance(Training.class);
    if (testIfStopped) {
      training.testIfStopped();
    }
    return StopOnSignal.during(
        () -> {
          RunResult result = result(training, display, start);
          RunConfig config = injector.getInstance(RunConfig.class);
          var ceilings = DemoData.ceilings(config.data().common().path(), config.inputs().keySet());
          report(
              new TrainingSummary(result, display.validations(), ceilings),
              demo.map(DemoData::testExample));
          return ExitCode.OK.code();
        },
        training::stop,
        common.err());
  }

  private static RunResult result(Training training, TrainingDisplay display, Start start) {
    try (display) {
      return start.of(training);
    }
  }

  private void report(TrainingSummary summary, Optional<String> testExample) {
    PrintWriter people = json ? common.err() : common.out();
    summary.print(people, testExample);
    if (json) {
      common.json(summary.json());
    }
  }
}
