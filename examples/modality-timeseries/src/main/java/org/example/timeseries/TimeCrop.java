package org.example.timeseries;

/**
 * The stretch of a series that is kept.
 *
 * @param from where it begins, as a share of the series' span
 * @param length share of the span it takes; 1 for all of it
 */
record TimeCrop(double from, double length) {
  static final TimeCrop ALL = new TimeCrop(0, 1);
}
