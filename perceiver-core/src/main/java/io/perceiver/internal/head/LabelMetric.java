package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.Interval;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.TargetArray;
import io.perceiver.internal.evaluate.Bootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A figure of multi-label predictions, with an interval by bootstrap over the samples. */
final class LabelMetric implements Metric {
  private final LabelFigure figure;
  private final List<Double> thresholds;

  LabelMetric(LabelFigure figure, List<Double> thresholds) {
    this.figure = figure;
    this.thresholds = thresholds;
  }

  @Override
  public String name() {
    return figure.label();
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Samples();
  }

  private final class Samples implements Accumulator {
    private final LabelScores scores = new LabelScores();

    @Override
    public void add(NDArray output, TargetArray target) {
      scores.add(output, target);
    }

    @Override
    public double value() {
      int[] once = new int[scores.samples()];
      Arrays.fill(once, 1);
      return figure.of(LabelFigure.Ranked.of(scores), thresholds, once);
    }

    @Override
    public Optional<Interval> interval() {
      LabelFigure.Ranked ranked = LabelFigure.Ranked.of(scores);
      long work = (long) scores.samples() * Math.max(1, scores.labels());
      return Bootstrap.interval(
          scores.samples(), work, times -> figure.of(ranked, thresholds, times));
    }
  }
}
