package io.perceiver.bench.kernels;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.report.Series;
import io.perceiver.bench.subject.LayerKind;
import io.perceiver.bench.subject.ModelOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Each kind of layer with the engine's kernels and with the plain ones, in JVMs of their own. */
public final class KernelsBench implements Bench {
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--batch",
      description = "Examples. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int batch = 1;

  private int forks = 1;

  /** Creates one for picocli. */
  public KernelsBench() {}

  /** In this JVM, for tests. */
  static KernelsBench inThisJvm(ModelOptions model) {
    KernelsBench bench = new KernelsBench();
    bench.model = model;
    bench.forks = 0;
    return bench;
  }

  @Override
  public String name() {
    return "kernels";
  }

  @Override
  public String purpose() {
    return "JMH: each kind of layer with the engine's kernels and with their plain twins";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    Files.createDirectories(run.output());
    run.say("JMH ...");
    try {
      return report(new Runner(options(run)).run());
    } catch (RunnerException e) {
      throw new PerceiverException("JMH could not measure: " + e.getMessage(), e);
    }
  }

  private org.openjdk.jmh.runner.options.Options options(BenchRun run) {
    return new OptionsBuilder()
        .include(LayerBenchmark.class.getName() + ".*")
        .param("model", LayerState.lines(model))
        .param("batch", Integer.toString(batch))
        .param("seed", Long.toString(run.seed()))
        .warmupIterations(run.pace().warmUps())
        .measurementIterations(run.pace().rounds())
        .jvmArgsAppend("-Dai.djl.pytorch.num_threads=" + run.threads())
        .shouldFailOnError(true)
        .forks(forks)
        .output(run.output().resolve("kernels-jmh.txt").toString())
        .build();
  }

  private Report report(Collection<RunResult> results) {
    Map<String, Map<String, Spread>> byWork = new TreeMap<>();
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      byWork
          .computeIfAbsent(work(params), work -> new TreeMap<>())
          .put(params.getParam("kernels"), milliseconds(result));
    }
    ResultTable table = ResultTable.of("kernels", "work", "engine", "plain", "plain / engine");
    List<Double> engines = new ArrayList<>();
    List<Double> plains = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<String, Map<String, Spread>> work : byWork.entrySet()) {
      Spread engine = Objects.requireNonNull(work.getValue().get("engine"));
      Spread plain = Objects.requireNonNull(work.getValue().get(LayerState.PLAIN));
      engines.add(engine.median());
      plains.add(plain.median());
      sentences.add(
          "%s: the plain kernels take %s as long."
              .formatted(work.getKey(), Cell.of(plain.median() / engine.median(), "×").text()));
      table =
          table.row(
              Cell.of(work.getKey()),
              Cell.of(engine, "ms"),
              Cell.of(plain, "ms"),
              Cell.of(plain.median() / engine.median(), "×"));
    }
    return Report.titled("Kernels against their plain twins")
        .summary(String.join(" ", sentences))
        .setting("model", model.description())
        .setting("batch", batch)
        .section(
            Section.of(
                    "Times",
                    "Measured by JMH in JVMs of their own, one after the other, single passes after"
                        + " the warm-up. Ratios are of medians.")
                .with(table)
                .with(
                    Picture.bars(
                        "times",
                        "Median times",
                        "ms",
                        List.copyOf(byWork.keySet()),
                        List.of(Series.bars("engine", engines), Series.bars("plain", plains)))))
        .build();
  }

  private static String work(BenchmarkParams params) {
    String method = params.getBenchmark();
    return LayerKind.valueOf(params.getParam("layers")).label()
        + (method.endsWith("training") ? ", training step" : ", forward");
  }

  private static Spread milliseconds(RunResult result) {
    List<Double> scores = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      fork.getIterationResults()
          .forEach(iteration -> scores.add(iteration.getPrimaryResult().getScore()));
    }
    return Spread.of(scores);
  }
}
