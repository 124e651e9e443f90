package io.perceiver.bench.main;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.perceiver.api.Problems;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.MatrixPeak;
import io.perceiver.bench.report.Environment;
import io.perceiver.bench.report.Outcome;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ReportFolder;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.kernel.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs a bench and writes its report, with what every report holds. */
final class BenchRunner {
  private final RunOptions options;
  private final Consumer<String> progress;

  /**
   * Creates one with the options that all benches have.
   *
   * @param progress hears what is being done
   */
  BenchRunner(RunOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** The files that were written, the page first. */
  List<Path> run(Bench bench) throws IOException {
    Problems problems = new Problems("");
    problems.check(options.threads() >= 1, "--threads", options.threads(), "1 or more");
    problems.throwIfAny();
    // read by the engine when it starts
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(options.threads()));
    Compute compute = new Compute(Device.cpu(), DataType.FLOAT32, KernelLoader.load());
    BenchRun run =
        new BenchRun(
            options.seed(),
            options.pace(),
            options.threads(),
            compute,
            new MatrixPeak(compute),
            options.out().toAbsolutePath().normalize(),
            progress);
    return new ReportFolder(run.output()).write(outcome(bench, run));
  }

  private static Outcome outcome(Bench bench, BenchRun run) throws IOException {
    Environment environment = Environment.of(run.compute(), run.threads(), run.seed(), run.pace());
    long start = System.nanoTime();
    run.say("matrix-product peak ...");
    run.peak().sample();
    Report report = bench.run(run);
    run.peak().complete();
    return new Outcome(
        bench.name(), report, environment, run.peak().best(), (System.nanoTime() - start) / 1e9);
  }
}
