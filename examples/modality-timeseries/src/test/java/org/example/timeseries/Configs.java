package org.example.timeseries;

import java.util.List;

/** Configurations to test with: the defaults but for what a test is about. */
final class Configs {
  private static final TimeseriesConfig DEFAULTS = TimeseriesConfig.defaults();

  private Configs() {}

  /** Embedded too, so that what is tested includes what the adapter learns. */
  static TimeseriesConfig of(List<String> channels, int maxRows, AugmentationConfig augmentation) {
    return new TimeseriesConfig(
        DEFAULTS.time(),
        channels,
        DEFAULTS.series(),
        maxRows,
        DEFAULTS.longer(),
        DEFAULTS.duration(),
        DEFAULTS.standardise(),
        DEFAULTS.mean(),
        DEFAULTS.sd(),
        5,
        augmentation);
  }

  /** Channel x, up to 4 rows. */
  static TimeseriesConfig lasting(LongSeries longer, double duration) {
    return new TimeseriesConfig(
        DEFAULTS.time(),
        List.of("x"),
        DEFAULTS.series(),
        4,
        longer,
        duration,
        DEFAULTS.standardise(),
        DEFAULTS.mean(),
        DEFAULTS.sd(),
        DEFAULTS.embedding(),
        DEFAULTS.augmentation());
  }

  /** Channels x and y. */
  static TimeseriesConfig standardised(
      Standardise standardise, List<Double> mean, List<Double> sd) {
    return new TimeseriesConfig(
        DEFAULTS.time(),
        List.of("x", "y"),
        DEFAULTS.series(),
        DEFAULTS.maxRows(),
        DEFAULTS.longer(),
        DEFAULTS.duration(),
        standardise,
        mean,
        sd,
        DEFAULTS.embedding(),
        DEFAULTS.augmentation());
  }
}
