package io.perceiver.bench.startup;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.Interleaved;
import io.perceiver.bench.measure.Pace;
import io.perceiver.bench.measure.Timings;
import io.perceiver.bench.measure.Workload;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code perceiver --help} and {@code perceiver predict} of one file, each from the start of its
 * process to its end.
 */
public final class StartupBench implements Bench {
  private static final String HELP = "--help";
  private static final String PREDICT = "predict, one file";
  private static final int RUNS = 10;
  private static final String RUN = "runs/run-0001";
  private static final String IMAGE = "demo-data/images/test/0001.png";

  @Option(
      names = "--distribution",
      paramLabel = "FOLDER",
      description = "The packaged program. Default: perceiver-cli/target/perceiver of the sources.")
  private @Nullable Path distribution;

  @Option(
      names = "--run",
      paramLabel = "FOLDER",
      description = "A trained run. Default: the demo's image model, trained for a few steps.")
  private @Nullable Path trained;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "What is predicted, as 'perceiver predict' takes it; goes with --run.")
  private @Nullable String file;

  /** Creates one for picocli. */
  public StartupBench() {}

  static StartupBench with(Path distribution, Path trained, String file) {
    StartupBench bench = new StartupBench();
    bench.distribution = distribution;
    bench.trained = trained;
    bench.file = file;
    return bench;
  }

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String purpose() {
    return "start of the packaged program: --help, predict of one file";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    if ((trained == null) != (file == null)) {
      throw new PerceiverException("--run and --file go together; give both or neither");
    }
    Path folder = Files.createDirectories(run.output().resolve("startup"));
    Program program = Program.of(distribution(), folder);
    List<String> predict = predict(program, run);
    run.say("--help and predict in turns, %d times each ...", RUNS);
    Timings timings =
        new Interleaved(new Pace(Math.min(1, run.pace().warmUps()), RUNS, 0))
            .add(workload(HELP, program, List.of("--help")))
            .add(workload(PREDICT, program, predict))
            .run(() -> {});
    return report(timings);
  }

  private Path distribution() {
    if (distribution != null) {
      return distribution;
    }
    Path root = Path.of(System.getProperty("perceiver.root", "."));
    return root.resolve("perceiver-cli").resolve("target").resolve("perceiver");
  }

  private List<String> predict(Program program, BenchRun run) throws IOException {
    if (trained != null && file != null) {
      Path given = Path.of(file);
      String argument = Files.exists(given) ? given.toAbsolutePath().toString() : file;
      return List.of("predict", trained.toAbsolutePath().toString(), argument);
    }
    if (Files.notExists(program.folder().resolve(RUN))) {
      run.say("training the demo's image model for a few steps ...");
      program.seconds(
          new ArrayList<>(List.of("train", "--only", "image", "--set", "training.steps=5")));
    }
    return List.of("predict", RUN, IMAGE);
  }

  private static Workload workload(String name, Program program, List<String> arguments) {
    return new Workload(
        name,
        () -> {
          try {
            return (long) (program.seconds(arguments) * 1e9);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Report report(Timings timings) {
    ResultTable table = ResultTable.of("startup", "command", "time");
    for (String name : List.of(HELP, PREDICT)) {
      table = table.row(Cell.of(name), Cell.milliseconds(timings.of(name)));
    }
    return Report.titled("Start-up of the packaged program")
        .summary(
            "`perceiver --help` takes %s, `perceiver predict` of one file %s: medians of %d, quartiles."
                .formatted(
                    Cell.milliseconds(timings.of(HELP)).text(),
                    Cell.milliseconds(timings.of(PREDICT)).text(),
                    RUNS))
        .section(
            Section.of(
                    "Times",
                    "From the start of the launcher's process to its end, in turns after one round of"
                        + " warm-up, so with files in the system's cache.")
                .with(table))
        .build();
  }
}
