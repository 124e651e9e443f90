package io.perceiver.run;

import io.perceiver.config.RunConfig;
import io.perceiver.train.TrainingConfig;
import io.perceiver.train.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The configuration of a run that goes on, next to the one that it was started with. */
final class ResumedConfig {

  private ResumedConfig() {}

  /** Names the sections in which another value would make the result another one. */
  static List<String> changes(RunConfig before, RunConfig now) {
    List<String> changed = new ArrayList<>();
    note(changed, "seed", before, now, RunConfig::seed);
    note(changed, "precision", before, now, RunConfig::precision);
    note(changed, "model", before, now, RunConfig::model);
    note(changed, "fusion", before, now, RunConfig::fusion);
    note(changed, "modalities", before, now, RunConfig::modalities);
    note(changed, "heads", before, now, RunConfig::heads);
    note(changed, "training", before, now, config -> unlimited(config.training()));
    return changed;
  }

  private static void note(
      List<String> changed,
      String section,
      RunConfig before,
      RunConfig now,
      Function<RunConfig, ?> part) {
    if (!part.apply(before).equals(part.apply(now))) {
      changed.add(section);
    }
  }

  /** The same training, however long it is. */
  private static TrainingConfig unlimited(TrainingConfig training) {
    return training.with(
        c -> {
          c.epochs = 1;
          c.steps = 0;
        });
  }

  /** Whether a training has come as far as its configuration asks. */
  static boolean isDone(TrainingConfig training, TrainingState state) {
    return training.steps() > 0
        ? state.step() >= training.steps()
        : state.epoch() >= training.epochs();
  }
}
