package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.Interval;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.TargetArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure of an output's numbers, in the units of the data: the mean over the numbers of the
 * figure of each, as scikit-learn's {@code uniform_average}.
 *
 * @param figure which
 * @param prefix of its name
 * @param standard of output and target
 * @param from first number that counts
 * @param to one past the last
 */
record RegressionMetric(
    ErrorFigure figure, String prefix, Standardisation standard, int from, int to)
    implements Metric {

  @Override
  public String name() {
    return prefix + figure.label();
  }

  @Override
  public boolean higherIsBetter() {
    return figure.higherIsBetter();
  }

  @Override
  public Accumulator start() {
    return new Numbers();
  }

  private final class Numbers implements Accumulator {
    private final List<double[]> truth = new ArrayList<>();
    private final List<double[]> predicted = new ArrayList<>();

    @Override
    public void add(NDArray output, TargetArray target) {
      float[] weights = target.weights().toFloatArray();
      float[] said = output.toFloatArray();
      float[] wanted = target.values().toFloatArray();
      int size = said.length / weights.length;
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          double[] trueRow = new double[to - from];
          double[] saidRow = new double[to - from];
          for (int number = from; number < to; number++) {
            trueRow[number - from] = standard.restored(wanted[i * size + number], number);
            saidRow[number - from] = standard.restored(said[i * size + number], number);
          }
          truth.add(trueRow);
          predicted.add(saidRow);
        }
      }
    }

    @Override
    public double value() {
      double sum = 0;
      for (int number = 0; number < to - from; number++) {
        sum +=
            truth.isEmpty()
                ? Double.NaN
                : figure.of(column(truth, number), column(predicted, number));
      }
      return sum / (to - from);
    }

    /** Of one number; what several have in common is not known. */
    @Override
    public Optional<Interval> interval() {
      return to - from > 1
          ? Optional.empty()
          : figure.interval(column(truth, 0), column(predicted, 0));
    }

    private static double[] column(List<double[]> rows, int number) {
      return rows.stream().mapToDouble(row -> row[number]).toArray();
    }
  }
}
