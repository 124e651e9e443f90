package io.perceiver.internal.evaluate;

import io.perceiver.api.head.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap (Efron 1979): a figure over examples that are drawn again and again,
 * with replacement, from those there are. The draws are always the same.
 */
public final class Bootstrap {
  private static final int MOST_RESAMPLES = 1000;
  private static final int LEAST_RESAMPLES = 100;
  private static final long WORK = 20_000_000;
  private static final long SEED = 20;

  private Bootstrap() {}

  /**
   * Returns where a figure lies with a confidence of 95 %.
   *
   * @param examples how many there are
   * @param figure given how often each example was drawn; NaN if it has none for these
   * @return empty if there are fewer than two examples, or the figure is NaN for most draws
   */
  public static Optional<Interval> interval(int examples, ToDoubleFunction<int[]> figure) {
    return interval(examples, examples, figure);
  }

  /**
   * Returns where a figure lies with a confidence of 95 %.
   *
   * @param work of computing the figure once, in simple operations: decides how often that is done
   */
  public static Optional<Interval> interval(
      int examples, long work, ToDoubleFunction<int[]> figure) {
    if (examples < 2) {
      return Optional.empty();
    }
    int resamples = (int) Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, WORK / work));
    SplittableRandom random = new SplittableRandom(SEED);
    double[] figures = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      int[] times = new int[examples];
      for (int draw = 0; draw < examples; draw++) {
        times[random.nextInt(examples)]++;
      }
      figures[i] = figure.applyAsDouble(times);
    }
    double[] known =
        Arrays.stream(figures).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (known.length < resamples / 2) {
      return Optional.empty();
    }
    double tail = (1 - Interval.CONFIDENCE) / 2;
    return Optional.of(new Interval(quantile(known, tail), quantile(known, 1 - tail)));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
