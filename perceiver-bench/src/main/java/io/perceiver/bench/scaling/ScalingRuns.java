package io.perceiver.bench.scaling;

import io.perceiver.bench.BenchRun;
import io.perceiver.bench.process.ChildJvm;
import io.perceiver.bench.process.ChildMemory;
import io.perceiver.bench.process.ChildResult;
import io.perceiver.bench.process.ChildTimes;
import io.perceiver.bench.subject.ModelOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Networks measured in processes of their own, so that one that does not fit ends alone.
 *
 * @param model the configuration
 * @param run seed and progress
 * @param limitSeconds passes that would take longer are not tried
 */
record ScalingRuns(ModelOptions model, BenchRun run, double limitSeconds) {
  private static final int MOST_ROUNDS = 3;
  private static final int QUADRATIC = 4;

  /** Peak memory of the Perceiver at a size. */
  OptionalLong perceiverPeak(int side, boolean training) throws IOException {
    run.say("peak memory: Perceiver, %d² %s ...", side, training ? "training" : "forward");
    return ChildMemory.peak(
        child(ScalingModel.Kind.PERCEIVER, side, training, 1)
            .run()
            .orThrow("the Perceiver at " + side));
  }

  /** The Transformer at growing sizes, until it no longer fits or takes too long. */
  List<ScalingPoint> transformer(List<Integer> sides, boolean training) throws IOException {
    List<ScalingPoint> points = new ArrayList<>();
    double last = 0;
    int lastSide = 0;
    for (int side : sides) {
      double expected = last * Math.pow((double) side / Math.max(1, lastSide), QUADRATIC);
      if (expected > limitSeconds) {
        points.add(missing(side, training, "not tried: about %.0f s a pass".formatted(expected)));
        break;
      }
      ScalingPoint point = transformer(side, training);
      points.add(point);
      if (point.seconds().isEmpty()) {
        break;
      }
      last = point.seconds().get().median();
      lastSide = side;
    }
    return points;
  }

  private ScalingPoint transformer(int side, boolean training) throws IOException {
    run.say("Transformer, %d² %s ...", side, training ? "training" : "forward");
    int rounds = Math.min(MOST_ROUNDS, run.pace().rounds());
    ChildResult child = child(ScalingModel.Kind.TRANSFORMER, side, training, rounds).run();
    if (!child.isDone()) {
      boolean slow = child.exit() == ChildResult.TIMED_OUT;
      return missing(side, training, slow ? "took too long" : "does not fit in memory");
    }
    return new ScalingPoint(
        ScalingBench.TRANSFORMER,
        training,
        side,
        elements(side),
        ChildTimes.of(child, rounds),
        ChildMemory.peak(child),
        "");
  }

  private ScalingPoint missing(int side, boolean training, String why) {
    return new ScalingPoint(
        ScalingBench.TRANSFORMER,
        training,
        side,
        elements(side),
        Optional.empty(),
        OptionalLong.empty(),
        why);
  }

  private static long elements(int side) {
    return (long) side * side;
  }

  private ChildJvm child(ScalingModel.Kind kind, int side, boolean training, int rounds) {
    List<String> arguments = new ArrayList<>(model.arguments());
    arguments.addAll(
        List.of(
            "--network",
            kind.name(),
            "--side",
            Integer.toString(side),
            "--rounds",
            Integer.toString(rounds),
            "--seed",
            Long.toString(run.seed())));
    if (training) {
      arguments.add("--training");
    }
    return ChildJvm.withinMemory(
        ScalingProcess.class,
        arguments,
        Duration.ofMillis((long) (1e3 * limitSeconds * (rounds + 2)) + 60_000));
  }
}
