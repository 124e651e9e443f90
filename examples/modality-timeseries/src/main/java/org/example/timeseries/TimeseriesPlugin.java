package org.example.timeseries;

import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.position.FourierFeatures;

/** The modality {@code timeseries}. */
public final class TimeseriesPlugin implements ModalityPlugin<TimeseriesConfig, Series> {
  private static final int BANDS = 16;

  @Override
  public String name() {
    return "timeseries";
  }

  @Override
  public TimeseriesConfig defaults() {
    return TimeseriesConfig.defaults();
  }

  @Override
  public Modality<Series> create(TimeseriesConfig config) {
    return new Modality<>(
        new SeriesReader(config),
        new SeriesAugmentation(config.augmentation(), config.channels().size()),
        new SeriesTokenizer(config),
        // half of maxRows is the Nyquist frequency of as many evenly spaced rows
        FourierFeatures.of(BANDS, config.maxRows()),
        config.embedding() > 0 ? new Embedding(config.embedding()) : InputAdapter.identity());
  }
}
