package io.perceiver.internal.head;

import java.util.List;

/**
 * Numbers of mean 0 and standard deviation 1 in place of those of the data.
 *
 * @param means by number
 * @param deviations by number, above 0
 */
record Standardisation(List<Double> means, List<Double> deviations) {

  /** Creates one. */
  static Standardisation of(List<Double> means, List<Double> deviations) {
    return new Standardisation(List.copyOf(means), List.copyOf(deviations));
  }

  /** Returns a number of the data, standardised before it loses its last digits. */
  float applied(double value, int number) {
    return (float) ((value - means.get(number)) / deviations.get(number));
  }

  /** Returns a standardised number in the units of the data. */
  double restored(float value, int number) {
    return value * deviations.get(number) + means.get(number);
  }
}
