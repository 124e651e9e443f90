package io.perceiver.bench.feeding;

import io.perceiver.api.Example;
import io.perceiver.api.SourceRecord;
import io.perceiver.bench.measure.Pace;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.ModalitySection;
import io.perceiver.internal.data.AugmentationSeed;
import io.perceiver.internal.data.ModalityPipeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How fast one thread reads, augments and tokenizes examples of one modality. */
final class ReaderSpeed {
  private static final int MOST_EXAMPLES = 256;

  private ReaderSpeed() {}

  /**
   * Examples a second.
   *
   * @return empty where no example has the modality
   */
  static Optional<Spread> of(ModalitySection section, List<Example> examples, long seed, Pace pace)
      throws IOException {
    List<SourceRecord> sources =
        examples.stream()
            .flatMap(example -> Optional.ofNullable(example.sources().get(section.name())).stream())
            .limit(MOST_EXAMPLES)
            .toList();
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    try (ModalityPipeline<?> pipeline =
        new ModalityPipeline<>(section.name(), section.create(ModelOptions.plugins()))) {
      List<Double> rates = new ArrayList<>();
      for (int round = -Math.max(1, pace.warmUps()); round < pace.rounds(); round++) {
        AugmentationSeed draws = new AugmentationSeed(seed, 0);
        long start = System.nanoTime();
        for (SourceRecord source : sources) {
          pipeline.augmented(source, draws, source.name()).prepare();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (round >= 0) {
          rates.add(sources.size() / seconds);
        }
      }
      return Optional.of(Spread.of(rates));
    }
  }
}
