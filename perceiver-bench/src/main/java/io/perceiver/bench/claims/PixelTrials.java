package io.perceiver.bench.claims;

import io.perceiver.api.PositionEncoding;
import io.perceiver.bench.BenchRun;
import io.perceiver.internal.data.Seeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Trainings on pictures, each looked up in the log before it is run. */
final class PixelTrials {
  private final BenchRun run;
  private final TrialLog log;
  private final PixelSplits data;
  private final Budget budget;
  private final int seeds;
  private final PixelTraining training;
  private final int[] permutation;

  PixelTrials(BenchRun run, TrialLog log, PixelSplits data, Budget budget, int seeds) {
    this.run = run;
    this.log = log;
    this.data = data;
    this.budget = budget;
    this.seeds = seeds;
    training = new PixelTraining(run.compute(), data, budget);
    permutation =
        Permutations.drawn(data.spec().maxElements(), Seeds.mix(run.seed(), "permutation"));
  }

  PixelSplits data() {
    return data;
  }

  Budget budget() {
    return budget;
  }

  /**
   * What is trained with every seed.
   *
   * @param contestant the network
   * @param positions attached to its pixels
   * @param shuffle of its elements
   */
  record Setting(Contestant contestant, PositionEncoding positions, Shuffle shuffle) {}

  /** Every setting with every seed; all settings have had a seed before the next one's turn. */
  List<Sample> run(List<Setting> settings) throws IOException {
    List<List<Trial>> trials = new ArrayList<>();
    settings.forEach(setting -> trials.add(new ArrayList<>()));
    for (int seed = 0; seed < seeds; seed++) {
      for (int i = 0; i < settings.size(); i++) {
        trials.get(i).add(trial(settings.get(i), run.seed() + seed));
      }
      run.peak().sample();
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      Setting setting = settings.get(i);
      samples.add(
          new Sample(setting.contestant().name(), setting.shuffle().words(), trials.get(i)));
    }
    return samples;
  }

  private Trial trial(Setting setting, long seed) throws IOException {
    String key = key(setting);
    Trial trial =
        log.find(
            key,
            seed,
            () ->
                training.run(
                    key,
                    setting.contestant(),
                    setting.positions(),
                    setting.shuffle(),
                    permutation,
                    seed));
    run.say(
        "%s",
        String.format(
            Locale.ROOT,
            "%s, %s, seed %d: %.2f %% in %.0f s",
            setting.contestant().name(),
            setting.shuffle().words(),
            seed,
            100 * trial.test(),
            trial.seconds()));
    return trial;
  }

  private String key(Setting setting) {
    return String.join(
        " | ",
        setting.contestant().description(),
        setting.positions().toString(),
        setting.shuffle().words() + (setting.shuffle() == Shuffle.NONE ? "" : " " + run.seed()),
        data.name() + ": " + data.sizes() + ", drawn with " + run.seed(),
        budget.words(setting.contestant().learningRate()));
  }
}
