package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.Calibration;
import io.perceiver.api.head.TargetArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the threshold of each label whose F1 is largest, halfway between the probabilities of the
 * samples that it parts; 0.5 for a label that holds for no sample.
 */
final class ThresholdChoice implements Calibration {
  private static final double EVEN = 0.5;
  private final int labels;
  private final LabelScores scores = new LabelScores();

  ThresholdChoice(int labels) {
    this.labels = labels;
  }

  @Override
  public void add(NDArray output, TargetArray target) {
    scores.add(output, target);
  }

  @Override
  public List<Double> values() {
    List<Double> thresholds = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      thresholds.add(scores.samples() == 0 ? EVEN : best(label));
    }
    return thresholds;
  }

  private double best(int label) {
    int[] order = scores.ranked(label);
    long positives = Arrays.stream(order).filter(sample -> scores.holds(sample, label)).count();
    double best = EVEN;
    double largest = 0;
    long right = 0;
    for (int i = 0; i < order.length; i++) {
      right += scores.holds(order[i], label) ? 1 : 0;
      float probability = scores.probability(order[i], label);
      float next = i + 1 < order.length ? scores.probability(order[i + 1], label) : 0;
      double f1 = 2.0 * right / (i + 1 + positives);
      if (next < probability && f1 > largest) {
        largest = f1;
        best = (probability + (double) next) / 2;
      }
    }
    return best;
  }
}
