package io.perceiver.bench.claims;

import io.perceiver.api.PositionEncoding;
import io.perceiver.api.position.LearnedPositions;
import io.perceiver.bench.claims.PixelTrials.Setting;
import io.perceiver.bench.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who needs positions to be true? Pixels in one fixed random order, and positions attached after
 * that (Perceiver §4.1, App. B).
 */
final class MisplacedPixels {
  private static final double LEARNED_SD = 0.02;

  private static final String TEXT =
      "Here pixels are moved first, by the same permutation for all pictures, and positions say where"
          + " they lie then, which says nothing about what they were beside. The array is another one"
          + " for every network, the Perceiver too: Fourier channels now mislead about neighbourhood."
          + " Learned positions are one vector for each index, as wide as the Fourier channels, and"
          + " random at first, so they have nothing to lose.";

  private final PixelTrials trials;

  MisplacedPixels(PixelTrials trials) {
    this.trials = trials;
  }

  /** Trains what is not trained yet. */
  Findings run() throws IOException {
    int width = Contestants.FOURIER.channels(trials.data().spec());
    PositionEncoding learned = new LearnedPositions(width, LEARNED_SD);
    List<String> names = new ArrayList<>();
    List<Setting> settings = new ArrayList<>();
    for (Contestant each : Contestants.all()) {
      names.add(each.name() + ", Fourier");
      settings.add(new Setting(each, Contestants.FOURIER, Shuffle.NONE));
      settings.add(new Setting(each, Contestants.FOURIER, Shuffle.BEFORE));
    }
    names.add("Perceiver, learned");
    settings.add(new Setting(Contestants.perceiver(), learned, Shuffle.NONE));
    settings.add(new Setting(Contestants.perceiver(), learned, Shuffle.BEFORE));
    List<Sample> samples = trials.run(settings);
    List<ShufflePair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      pairs.add(new ShufflePair(names.get(i), samples.get(2 * i), samples.get(2 * i + 1)));
    }
    return new Findings(
        "Permuted before positions are attached: " + ShufflePair.words(pairs) + ".",
        Section.of("Permuted before positions are attached", TEXT)
            .with(ShufflePair.table("misplaced", pairs))
            .with(
                ShufflePair.picture("misplaced", "One fixed permutation, before positions", pairs))
            .with(TrialTable.of("misplaced-trainings", samples)));
  }
}
