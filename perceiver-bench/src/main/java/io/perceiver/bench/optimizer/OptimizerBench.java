package io.perceiver.bench.optimizer;

import ai.djl.nn.Parameter;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.Interleaved;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.measure.Timings;
import io.perceiver.bench.measure.Workload;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.report.Series;
import io.perceiver.bench.subject.LoadedSubject;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.bench.subject.StepTimes;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.nn.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Optimisers and the clip of the global norm over a model's parameters, with the engine's kernels
 * and with the plain ones, beside DJL's Adam; and their share of a training step.
 */
public final class OptimizerBench implements Bench {
  private static final List<String> OPTIMIZERS = List.of("adamw", "lamb", "sgd");
  private static final String CLIP = "clip";

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--batch",
      description = "Examples of the training step. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int batch = 1;

  /** Creates one for picocli. */
  public OptimizerBench() {}

  static OptimizerBench with(ModelOptions model) {
    OptimizerBench bench = new OptimizerBench();
    bench.model = model;
    return bench;
  }

  @Override
  public String name() {
    return "optimizer";
  }

  @Override
  public String purpose() {
    return "optimisers and gradient clipping, and their share of a training step";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    try (LoadedSubject subject =
        new LoadedSubject(model.read(), batch, run.seed(), run.compute())) {
      run.say("training steps ...");
      Spread share = share(subject, run);
      run.say("optimisers in turns ...");
      return report(optimizers(Weights.named(subject.network()), run), share, subject);
    }
  }

  /** Clip and update over the whole step, in percent. */
  private static Spread share(LoadedSubject subject, BenchRun run) {
    List<Double> shares = new ArrayList<>();
    for (int round = -run.pace().warmUps(); round < run.pace().rounds(); round++) {
      StepTimes times = subject.step();
      if (round >= 0) {
        shares.add(100.0 * (times.clip() + times.update()) / times.total());
      }
    }
    return Spread.of(shares);
  }

  private static Timings optimizers(Map<String, Parameter> parameters, BenchRun run) {
    try (GradientSet set = new GradientSet(parameters, run.seed(), run.compute())) {
      Interleaved turns = new Interleaved(run.pace());
      for (Kernels kernels : List.of(run.compute().kernels(), new PlainKernels())) {
        String suffix = " (" + kernels.name() + ")";
        turns.add(Workload.of(CLIP + suffix, () -> set.clip(kernels)));
        for (String type : OPTIMIZERS) {
          if (type.equals("adamw") || !(kernels instanceof PlainKernels)) {
            turns.add(Workload.of(type + suffix, set.steps(type, kernels)));
          }
        }
      }
      turns.add(Workload.of("DJL's Adam", set.djlAdam()));
      return turns.run(run.peak()::sample);
    }
  }

  private Report report(Timings timings, Spread share, LoadedSubject subject) {
    long parameters = Weights.count(subject.network());
    ResultTable table = ResultTable.of("times", "work", "time", "million numbers a second");
    List<String> names = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    for (String name : timings.seconds().keySet()) {
      Spread seconds = timings.of(name);
      names.add(name);
      medians.add(seconds.median() * 1e3);
      table =
          table.row(
              Cell.of(name),
              Cell.milliseconds(seconds),
              Cell.of(parameters / seconds.median() / 1e6, ""));
    }
    return Report.titled("Optimisers")
        .summary(
            "Clip and AdamW take %s of a training step with %,d parameters and a batch of %d."
                .formatted(Cell.of(share, "%").text(), parameters, batch))
        .setting("model", model.description())
        .setting("batch", batch)
        .section(
            Section.of(
                    "Times",
                    "Over arrays of the shapes of the model's parameters with made-up gradients, in"
                        + " turns. In brackets the kernels.")
                .with(table)
                .with(
                    Picture.bars(
                        "times",
                        "Median times",
                        "ms",
                        names,
                        List.of(Series.bars("median", medians)))))
        .section(
            Section.of("Share of the training step", "Forward, loss, backward, clip, AdamW.")
                .with(
                    ResultTable.of("share", "work", "share of the step")
                        .row(Cell.of("clip and AdamW"), Cell.of(share, "%"))))
        .build();
  }
}
