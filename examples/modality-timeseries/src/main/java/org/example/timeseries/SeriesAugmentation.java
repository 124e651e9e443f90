package org.example.timeseries;

import io.perceiver.api.Augmentation;
import java.nio.FloatBuffer;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Crops in time, leaves rows out, and adds noise to what was measured. The crop is its geometry,
 * which other series can follow. Thread-safe.
 */
final class SeriesAugmentation implements Augmentation<Series, TimeCrop> {
  private final AugmentationConfig config;
  private final int channels;

  SeriesAugmentation(AugmentationConfig config, int channels) {
    this.config = config;
    this.channels = channels;
  }

  @Override
  public Class<TimeCrop> geometryType() {
    return TimeCrop.class;
  }

  @Override
  public boolean drawsGeometry() {
    return config.crop() < 1;
  }

  @Override
  public boolean isNone() {
    return config.equals(AugmentationConfig.none());
  }

  @Override
  public TimeCrop drawGeometry(Series series, RandomGenerator random) {
    if (!drawsGeometry()) {
      return TimeCrop.ALL;
    }
    double length = random.nextDouble(config.crop(), 1);
    return new TimeCrop((1 - length) * random.nextDouble(), length);
  }

  @Override
  public Series apply(Series series, TimeCrop crop, RandomGenerator random) {
    return withoutDropped(cropped(series, crop), random);
  }

  private static Series cropped(Series series, TimeCrop crop) {
    if (crop.equals(TimeCrop.ALL)) {
      return series;
    }
    double[] times = series.times();
    double span = times[times.length - 1] - times[0];
    double start = times[0] + crop.from() * span;
    double end = start + crop.length() * span;
    return filtered(series, row -> times[row] >= start && times[row] <= end);
  }

  private Series withoutDropped(Series series, RandomGenerator random) {
    return config.dropout() == 0
        ? series
        : filtered(series, row -> random.nextDouble() >= config.dropout());
  }

  /** The rows that pass; all of them where none does, as an example cannot be empty. */
  private static Series filtered(Series series, IntPredicate passes) {
    int[] kept = IntStream.range(0, series.rows()).filter(passes).toArray();
    return kept.length == 0 ? series : series.rows(kept);
  }

  @Override
  public void features(
      FloatBuffer content,
      FloatBuffer positions,
      int elements,
      TimeCrop crop,
      RandomGenerator random) {
    if (config.jitter() == 0) {
      return;
    }
    for (int element = 0; element < elements; element++) {
      for (int channel = 0; channel < channels; channel++) {
        int value = element * 2 * channels + channel;
        float noise = (float) (config.jitter() * random.nextGaussian());
        boolean measured = content.get(value + channels) == 1;
        content.put(value, measured ? content.get(value) + noise : 0);
      }
    }
  }
}
