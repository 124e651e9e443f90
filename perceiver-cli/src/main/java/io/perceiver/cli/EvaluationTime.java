package io.perceiver.cli;

import io.perceiver.evaluate.EvaluationListener;
import java.io.PrintWriter;
import java.util.Map;

/** How long an evaluation took, and how much of that the model waited for data. One thread's. */
final class EvaluationTime implements EvaluationListener {
  private long examples;
  private double seconds;
  private double waitedSeconds;

  @Override
  public void evaluated(long soFar) {
    examples = soFar;
  }

  @Override
  public void finished(double took, double waited) {
    seconds = took;
    waitedSeconds = waited;
  }

  private double waitedShare() {
    return seconds == 0 ? 0 : waitedSeconds / seconds;
  }

  /** One line. */
  void print(PrintWriter err) {
    err.printf(
        "%d examples in %s; %.1f %% of the time waited for data%n",
        examples, Figures.duration(seconds), 100 * waitedShare());
  }

  /** The same for JSON. */
  Map<String, Object> json() {
    return Map.of("seconds", seconds, "waitedShare", waitedShare());
  }
}
