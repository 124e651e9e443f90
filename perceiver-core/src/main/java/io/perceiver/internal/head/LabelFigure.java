package io.perceiver.internal.head;

import java.util.Arrays;
import java.util.List;

/** Figures of multi-label predictions; those of scikit-learn by the same names. */
enum LabelFigure {
  /**
   * Mean over the labels that hold for some sample of the average precision: the sum over
   * thresholds of precision times the step in recall. It needs no thresholds chosen.
   */
  MEAN_AVERAGE_PRECISION("meanAveragePrecision") {
    @Override
    double of(Ranked ranked, List<Double> thresholds, int[] times) {
      double sum = 0;
      int counted = 0;
      for (int label = 0; label < ranked.scores().labels(); label++) {
        double precision = averagePrecision(ranked, label, times);
        if (!Double.isNaN(precision)) {
          sum += precision;
          counted++;
        }
      }
      return counted == 0 ? Double.NaN : sum / counted;
    }
  },
  /** Mean over the labels of their F1, as far as they hold or were predicted for some sample. */
  MACRO_F1("macroF1") {
    @Override
    double of(Ranked ranked, List<Double> thresholds, int[] times) {
      long[][] counts = counts(ranked.scores(), thresholds, times);
      return Arrays.stream(counts)
          .mapToDouble(LabelFigure::f1)
          .filter(f1 -> !Double.isNaN(f1))
          .average()
          .orElse(Double.NaN);
    }
  },
  /** F1 over all pairs of sample and label. */
  MICRO_F1("microF1") {
    @Override
    double of(Ranked ranked, List<Double> thresholds, int[] times) {
      long[] sums = new long[3];
      for (long[] label : counts(ranked.scores(), thresholds, times)) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += label[i];
        }
      }
      return f1(sums);
    }
  };

  /**
   * Scores, and the samples of each label by falling probability.
   *
   * @param scores of all samples
   * @param order by label
   */
  record Ranked(LabelScores scores, int[][] order) {

    static Ranked of(LabelScores scores) {
      int[][] order = new int[scores.labels()][];
      Arrays.setAll(order, scores::ranked);
      return new Ranked(scores, order);
    }
  }

  private final String label;

  LabelFigure(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * Returns the figure.
   *
   * @param times how often each sample counts
   */
  abstract double of(Ranked ranked, List<Double> thresholds, int[] times);

  /** NaN for a label that holds for no sample. Equal probabilities make one threshold. */
  private static double averagePrecision(Ranked ranked, int label, int[] times) {
    LabelScores scores = ranked.scores();
    int[] order = ranked.order()[label];
    long seen = 0;
    long right = 0;
    double sum = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      long before = right;
      float probability = scores.probability(order[from], label);
      while (to < order.length && scores.probability(order[to], label) == probability) {
        seen += times[order[to]];
        right += scores.holds(order[to], label) ? times[order[to]] : 0;
        to++;
      }
      sum += seen == 0 ? 0 : (right - before) * ((double) right / seen);
      from = to;
    }
    return right == 0 ? Double.NaN : sum / right;
  }

  /** By label: predicted and true, all predicted, all true. */
  private static long[][] counts(LabelScores scores, List<Double> thresholds, int[] times) {
    long[][] counts = new long[scores.labels()][3];
    for (int sample = 0; sample < scores.samples(); sample++) {
      for (int label = 0; label < counts.length; label++) {
        boolean predicted = scores.probability(sample, label) >= thresholds.get(label);
        boolean holds = scores.holds(sample, label);
        counts[label][0] += predicted && holds ? times[sample] : 0;
        counts[label][1] += predicted ? times[sample] : 0;
        counts[label][2] += holds ? times[sample] : 0;
      }
    }
    return counts;
  }

  private static double f1(long[] counts) {
    long all = counts[1] + counts[2];
    return all == 0 ? Double.NaN : 2.0 * counts[0] / all;
  }
}
