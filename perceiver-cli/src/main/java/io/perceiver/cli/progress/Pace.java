package io.perceiver.cli.progress;

import io.perceiver.train.StepReport;
import io.perceiver.train.TrainingPlan;
import java.time.Duration;

/** How fast a training goes and how long it will take. Used by one thread. */
final class Pace {
  /** Weight of the newest step in the averages shown. */
  private static final double NEWEST = 0.05;

  private final TrainingPlan plan;
  private final long startNanos = System.nanoTime();
  private double loss = Double.NaN;
  private double examplesPerSecond = Double.NaN;
  private long step;

  /** Creates one from now. */
  Pace(TrainingPlan plan) {
    this.plan = plan;
    this.step = plan.firstStep();
  }

  void stepped(StepReport report) {
    step = report.state().step();
    loss = average(loss, report.loss());
    examplesPerSecond = average(examplesPerSecond, report.examples() / report.seconds());
  }

  private static double average(double before, double now) {
    return Double.isNaN(before) ? now : before + NEWEST * (now - before);
  }

  /** Mean loss of the last steps, the newest counting most. */
  double loss() {
    return loss;
  }

  /** While training; validation not counted. */
  double examplesPerSecond() {
    return examplesPerSecond;
  }

  /** From what the steps have taken so far, validation and checkpoints included. */
  Duration left() {
    long done = step - plan.firstStep();
    double nanos = System.nanoTime() - startNanos;
    return Duration.ofMillis(
        done == 0 ? 0 : Math.round(nanos / 1e6 / done * (plan.totalSteps() - step)));
  }

  TrainingPlan plan() {
    return plan;
  }

  long step() {
    return step;
  }
}
