package io.perceiver.bench.main;

import io.perceiver.bench.measure.Pace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What can be said to every bench. */
public final class RunOptions {

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the report goes. Default: ${DEFAULT-VALUE}.",
      defaultValue = "bench-results")
  private Path out = Path.of("bench-results");

  @Option(
      names = "--seed",
      description = "Every random draw is a function of it. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed = 1;

  @Option(
      names = "--threads",
      description = "Threads of the engine's arithmetic. Default: one for each core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--warm-up",
      description = "Rounds that are not counted. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int warmUps = 3;

  @Option(
      names = "--rounds",
      description = "Rounds that are counted. Default: ${DEFAULT-VALUE}.",
      defaultValue = "9")
  private int rounds = 9;

  @Option(
      names = "--turn-seconds",
      description =
          "How long a workload is repeated in each round, at least; the mean counts."
              + " Default: ${DEFAULT-VALUE}.",
      defaultValue = "0.2")
  private double turnSeconds = 0.2;

  /** Creates one for picocli. */
  public RunOptions() {}

  Path out() {
    return out;
  }

  long seed() {
    return seed;
  }

  int threads() {
    return threads;
  }

  Pace pace() {
    return new Pace(warmUps, rounds, turnSeconds);
  }
}
