package org.example.timeseries;

/**
 * One raw example: rows of measurements at any times, ascending. Its arrays are not to be changed.
 *
 * @param times of the rows, in the unit of the file; seconds since 1970 where it holds instants
 * @param values (row, channel), row-major, as measured; NaN where a value is missing
 */
public record Series(double[] times, double[] values) {

  /** Number of rows, at least 1. */
  public int rows() {
    return times.length;
  }

  /** Number of channels. */
  public int channels() {
    return values.length / times.length;
  }

  /** A measurement; NaN where it is missing. */
  public double value(int row, int channel) {
    return values[row * channels() + channel];
  }

  /** A series of some of the rows. */
  public Series rows(int[] kept) {
    int channels = channels();
    double[] keptTimes = new double[kept.length];
    double[] keptValues = new double[kept.length * channels];
    for (int i = 0; i < kept.length; i++) {
      keptTimes[i] = times[kept[i]];
      System.arraycopy(values, kept[i] * channels, keptValues, i * channels, channels);
    }
    return new Series(keptTimes, keptValues);
  }
}
