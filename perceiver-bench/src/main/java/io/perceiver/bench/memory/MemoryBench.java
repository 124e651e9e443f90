package io.perceiver.bench.memory;

import io.perceiver.api.Problems;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.process.ChildJvm;
import io.perceiver.bench.process.ChildMemory;
import io.perceiver.bench.process.ChildResult;
import io.perceiver.bench.process.ChildTimes;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.describe.ModelDescription;
import io.perceiver.run.ModelAssembler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The peak memory of a training step by the plain formula, with kernels, and with activation
 * checkpointing, each in a process of its own.
 */
public final class MemoryBench implements Bench {
  /** The published model with the largest input of the paper's classification tasks. */
  static final String PRESET = "perceiver-imagenet";

  @Mixin private ModelOptions model = ModelOptions.orPreset(PRESET);

  @Option(
      names = "--batch",
      description = "Examples. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int batch = 1;

  @Option(
      names = "--steps",
      description =
          "Training steps of each process, the first not timed where there are more. From the second"
              + " on the optimiser's moments are there. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int steps = 3;

  @Option(
      names = "--limit",
      paramLabel = "MINUTES",
      description = "A process that takes longer is ended. Default: ${DEFAULT-VALUE}.",
      defaultValue = "15")
  private int limit = 15;

  /** Creates one for picocli. */
  public MemoryBench() {}

  static MemoryBench with(ModelOptions model, int batch, int steps) {
    MemoryBench bench = new MemoryBench();
    bench.model = model;
    bench.batch = batch;
    bench.steps = steps;
    return bench;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String purpose() {
    return "peak memory of a training step: plain formula, kernels, activation checkpointing";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    checkOptions();
    RunConfig config = model.read();
    ModelDescription description =
        ModelDescription.of(
            ModelAssembler.network(config, ModelOptions.plugins(), run.compute().kernels()), batch);
    List<MemoryPoint> points = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      run.say("peak memory: %s ...", contender.label());
      points.add(point(contender, run));
    }
    return new MemoryReport(model.description(), batch, steps, description, points).report();
  }

  private void checkOptions() {
    Problems problems = new Problems("");
    problems.check(batch >= 1, "--batch", batch, "1 or more");
    problems.check(steps >= 1, "--steps", steps, "1 or more");
    problems.check(limit >= 1, "--limit", limit, "1 or more");
    problems.throwIfAny();
  }

  private MemoryPoint point(Contender contender, BenchRun run) throws IOException {
    ChildResult child =
        ChildJvm.withinMemory(
                MemoryProcess.class, arguments(contender, run.seed()), Duration.ofMinutes(limit))
            .run();
    if (child.exit() == ChildResult.TIMED_OUT) {
      return MemoryPoint.missing(contender, "not done within %d minutes".formatted(limit));
    }
    if (child.ranOutOfMemory()) {
      return MemoryPoint.missing(contender, "does not fit in memory");
    }
    ChildResult done = child.orThrow(contender.label());
    return new MemoryPoint(
        contender, ChildMemory.peak(done), ChildTimes.of(done, Math.max(1, steps - 1)), "");
  }

  private List<String> arguments(Contender contender, long seed) {
    List<String> arguments = new ArrayList<>(model.arguments());
    arguments.addAll(List.of("--contender", contender.name()));
    arguments.addAll(List.of("--batch", "" + batch, "--steps", "" + steps, "--seed", "" + seed));
    return arguments;
  }
}
