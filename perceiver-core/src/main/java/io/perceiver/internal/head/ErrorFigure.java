package io.perceiver.internal.head;

import io.perceiver.api.head.Interval;
import io.perceiver.internal.evaluate.Bootstrap;
import io.perceiver.internal.evaluate.Intervals;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/** Figures of predicted beside true numbers, over at least one example. */
enum ErrorFigure {
  /** Mean absolute error. */
  MAE("mae", false) {
    @Override
    double of(double[] truth, double[] predicted) {
      return StatUtils.mean(errors(truth, predicted, 1));
    }

    @Override
    Optional<Interval> interval(double[] truth, double[] predicted) {
      return meanInterval(errors(truth, predicted, 1));
    }
  },
  /** Root of the mean squared error. */
  RMSE("rmse", false) {
    @Override
    double of(double[] truth, double[] predicted) {
      return Math.sqrt(StatUtils.mean(errors(truth, predicted, 2)));
    }

    @Override
    Optional<Interval> interval(double[] truth, double[] predicted) {
      return meanInterval(errors(truth, predicted, 2))
          .map(
              squares ->
                  new Interval(Math.sqrt(Math.max(0, squares.low())), Math.sqrt(squares.high())));
    }
  },
  /** Share of the variance that is explained; below 0 for less than the mean explains. */
  R2("r2", true) {
    @Override
    double of(double[] truth, double[] predicted) {
      double mean = StatUtils.mean(truth);
      double residual = 0;
      double total = 0;
      for (int i = 0; i < truth.length; i++) {
        residual += square(truth[i] - predicted[i]);
        total += square(truth[i] - mean);
      }
      return total == 0 ? Double.NaN : 1 - residual / total;
    }

    @Override
    Optional<Interval> interval(double[] truth, double[] predicted) {
      return Bootstrap.interval(truth.length, times -> of(truth, predicted, times));
    }

    private double of(double[] truth, double[] predicted, int[] times) {
      double sum = 0;
      for (int i = 0; i < times.length; i++) {
        sum += times[i] * truth[i];
      }
      double mean = sum / times.length;
      double residual = 0;
      double total = 0;
      for (int i = 0; i < times.length; i++) {
        residual += times[i] * square(truth[i] - predicted[i]);
        total += times[i] * square(truth[i] - mean);
      }
      return total == 0 ? Double.NaN : 1 - residual / total;
    }
  };

  private final String label;
  private final boolean higherIsBetter;

  ErrorFigure(String label, boolean higherIsBetter) {
    this.label = label;
    this.higherIsBetter = higherIsBetter;
  }

  String label() {
    return label;
  }

  boolean higherIsBetter() {
    return higherIsBetter;
  }

  abstract double of(double[] truth, double[] predicted);

  abstract Optional<Interval> interval(double[] truth, double[] predicted);

  private static double square(double x) {
    return x * x;
  }

  private static double[] errors(double[] truth, double[] predicted, int power) {
    double[] errors = new double[truth.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.pow(Math.abs(truth[i] - predicted[i]), power);
    }
    return errors;
  }

  private static Optional<Interval> meanInterval(double[] values) {
    if (values.length < 2) {
      return Optional.empty();
    }
    double deviation = Math.sqrt(StatUtils.variance(values));
    Interval interval = Intervals.mean(StatUtils.mean(values), deviation, values.length);
    return Optional.of(new Interval(Math.max(0, interval.low()), interval.high()));
  }
}
