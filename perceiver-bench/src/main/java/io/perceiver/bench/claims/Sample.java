package io.perceiver.bench.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The same training with several seeds.
 *
 * @param name of what was trained
 * @param variant of it
 * @param trials in the order of their seeds
 */
record Sample(String name, String variant, List<Trial> trials) {
  private static final double PERCENT = 100;

  /** Keeps a copy. */
  Sample {
    trials = List.copyOf(trials);
  }

  /** Accuracy on the test split, in percent. */
  MeanInterval test() {
    return mean(trial -> PERCENT * trial.test());
  }

  /** Accuracy on examples learned from, in percent. */
  MeanInterval train() {
    return mean(trial -> PERCENT * Objects.requireNonNull(trial.train(), "train"));
  }

  /** Seconds of the fastest training: the others had to share the machine. */
  double seconds() {
    return trials.stream().mapToDouble(Trial::seconds).min().orElseThrow();
  }

  /** Parameters that learned. */
  long parameters() {
    return trials.get(0).parameters();
  }

  private MeanInterval mean(ToDoubleFunction<Trial> figure) {
    return MeanInterval.of(trials.stream().map(figure::applyAsDouble).toList());
  }

  /** By how many points this is better than another, on the test split, seed by seed. */
  MeanInterval gainOver(Sample other) {
    List<Double> gains = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      gains.add(PERCENT * (trials.get(i).test() - other.trials.get(i).test()));
    }
    return MeanInterval.of(gains);
  }
}
