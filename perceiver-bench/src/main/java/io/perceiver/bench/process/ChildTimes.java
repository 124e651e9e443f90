package io.perceiver.bench.process;

import io.perceiver.bench.measure.Spread;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a child process tells how long its work took. */
public final class ChildTimes {
  private static final String MEDIAN = "median-seconds";
  private static final String LOWER = "lower-seconds";
  private static final String UPPER = "upper-seconds";

  private ChildTimes() {}

  /** Tells the parent median and quartiles. */
  @SuppressWarnings("SystemOut") // standard output is how a child answers
  public static void tell(Spread seconds) {
    System.out.println(ChildResult.line(MEDIAN, seconds.median()));
    System.out.println(ChildResult.line(LOWER, seconds.lowerQuartile()));
    System.out.println(ChildResult.line(UPPER, seconds.upperQuartile()));
  }

  /**
   * The seconds that a child told, as far as they are known: the quartiles stand for the extremes.
   *
   * @param rounds how many there were
   */
  public static Optional<Spread> of(ChildResult child, int rounds) {
    OptionalDouble median = child.figure(MEDIAN);
    if (median.isEmpty()) {
      return Optional.empty();
    }
    double lower = child.figure(LOWER).orElse(median.getAsDouble());
    double upper = child.figure(UPPER).orElse(median.getAsDouble());
    return Optional.of(new Spread(median.getAsDouble(), lower, upper, lower, upper, rounds));
  }
}
