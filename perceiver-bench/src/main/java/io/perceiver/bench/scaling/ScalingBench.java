package io.perceiver.bench.scaling;

import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.Interleaved;
import io.perceiver.bench.measure.Timings;
import io.perceiver.bench.measure.Workload;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.subject.ModelOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Time and memory of forward pass and training step against input elements, beside a plain
 * Transformer of the same width and depth until it no longer fits.
 */
public final class ScalingBench implements Bench {
  static final String PERCEIVER = "Perceiver";
  static final String TRANSFORMER = "Transformer";

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--sides",
      split = ",",
      description = "Pixels of the pictures' sides. Default: ${DEFAULT-VALUE}.",
      defaultValue = "56,112,224,448,896,1024")
  private List<Integer> sides = List.of();

  @Option(
      names = "--transformer-sides",
      split = ",",
      description = "The same for the Transformer, growing. Default: ${DEFAULT-VALUE}.",
      defaultValue = "28,40,56,80,112,160,224")
  private List<Integer> transformerSides = List.of();

  @Option(
      names = "--limit-seconds",
      description = "A pass that would take longer is not tried. Default: ${DEFAULT-VALUE}.",
      defaultValue = "60")
  private double limitSeconds = 60;

  /** Creates one for picocli. */
  public ScalingBench() {}

  static ScalingBench with(
      ModelOptions model, List<Integer> sides, List<Integer> transformerSides) {
    ScalingBench bench = new ScalingBench();
    bench.model = model;
    bench.sides = sides;
    bench.transformerSides = transformerSides;
    return bench;
  }

  @Override
  public String name() {
    return "scaling";
  }

  @Override
  public String purpose() {
    return "time and memory against input elements, beside a plain Transformer";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    ScalingRuns processes = new ScalingRuns(model, run, limitSeconds);
    List<ScalingPoint> points = new ArrayList<>(perceiver(run, processes));
    for (boolean training : new boolean[] {false, true}) {
      points.addAll(processes.transformer(transformerSides.stream().sorted().toList(), training));
    }
    return new ScalingReport(model.description(), points).report();
  }

  private List<ScalingPoint> perceiver(BenchRun run, ScalingRuns processes) throws IOException {
    List<ScalingModel> models = new ArrayList<>();
    List<ScalingPoint> points = new ArrayList<>();
    try {
      Interleaved turns = new Interleaved(run.pace());
      for (int side : sides) {
        ScalingModel made =
            new ScalingModel(ScalingModel.Kind.PERCEIVER, model, side, run.seed(), run.compute());
        models.add(made);
        turns.add(Workload.of(workload(side, false), made::forward));
        turns.add(new Workload(workload(side, true), made::step));
      }
      run.say("Perceiver at %s in turns ...", sides);
      Timings timings = turns.run(run.peak()::sample);
      for (boolean training : new boolean[] {false, true}) {
        for (int i = 0; i < sides.size(); i++) {
          int side = sides.get(i);
          points.add(
              new ScalingPoint(
                  PERCEIVER,
                  training,
                  side,
                  models.get(i).elements(),
                  Optional.of(timings.of(workload(side, training))),
                  OptionalLong.empty(),
                  ""));
        }
      }
    } finally {
      models.forEach(ScalingModel::close);
    }
    return withMemory(points, processes);
  }

  private static String workload(int side, boolean training) {
    return side + (training ? " training" : " forward");
  }

  private static List<ScalingPoint> withMemory(List<ScalingPoint> points, ScalingRuns processes)
      throws IOException {
    List<ScalingPoint> measured = new ArrayList<>();
    for (ScalingPoint point : points) {
      measured.add(
          new ScalingPoint(
              point.network(),
              point.training(),
              point.side(),
              point.elements(),
              point.seconds(),
              processes.perceiverPeak(point.side(), point.training()),
              point.why()));
    }
    return measured;
  }
}
