package org.example.timeseries;

/**
 * What brings the channels of one series to a common size.
 *
 * @param mean of each channel
 * @param sd of each channel, above 0
 */
record Scale(double[] mean, double[] sd) {

  /** The configured one, or the series' own. */
  static Scale of(TimeseriesConfig config, Series series) {
    int channels = config.channels().size();
    double[] mean = new double[channels];
    double[] sd = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      if (config.standardise() == Standardise.SERIES) {
        mean[channel] = mean(series, channel);
        sd[channel] = sd(series, channel, mean[channel]);
      } else {
        mean[channel] = config.mean().get(config.mean().size() == 1 ? 0 : channel);
        sd[channel] = config.sd().get(config.sd().size() == 1 ? 0 : channel);
      }
    }
    return new Scale(mean, sd);
  }

  float apply(double value, int channel) {
    return (float) ((value - mean[channel]) / sd[channel]);
  }

  private static double mean(Series series, int channel) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < series.rows(); row++) {
      double value = series.value(row, channel);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double sd(Series series, int channel, double mean) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < series.rows(); row++) {
      double value = series.value(row, channel);
      if (!Double.isNaN(value)) {
        sum += (value - mean) * (value - mean);
        count++;
      }
    }
    return sum > 0 ? Math.sqrt(sum / count) : 1;
  }
}
