package io.perceiver.bench.claims;

import io.perceiver.Perceivers;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.report.Series;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.RunConfig;
import io.perceiver.demo.Senses;
import io.perceiver.demo.Sizes;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.ModalitySelection;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.run.TrainingChoices;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.internal.train.Schedules;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One trunk that sees, hears and touches, against trunks of one sense each (Perceiver §4.2). */
final class SenseFusion {
  private static final String CONFIG = "io/perceiver/bench/claims/fusion.yaml";
  private static final double PERCENT = 100;

  private static final String TEXT =
      "The demo's toys, which no single sense tells apart: at most 62.5 %% can be had from one, 100 %%"
          + " from all three (*ceiling*). The same trunk, data and number of epochs (%d) for each;"
          + " %d examples to learn from, %d to choose the best epoch by, %d to report on. A tenth of"
          + " the training cells are empty: a model of one sense leaves those rows out, the fused one"
          + " learns from what is left.\n\n"
          + "Published on AudioSet (Perceiver, Table 3), mAP: audio 38.4, video 25.8, both 43.2.";

  private final BenchRun run;
  private final TrialLog log;
  private final Path demo;
  private final Sizes sizes;
  private final int epochs;
  private final int seeds;

  SenseFusion(BenchRun run, TrialLog log, Path demo, Sizes sizes, int epochs, int seeds) {
    this.run = run;
    this.log = log;
    this.demo = demo;
    this.sizes = sizes;
    this.epochs = epochs;
    this.seeds = seeds;
  }

  /** Trains what is not trained yet. */
  Findings run() throws IOException {
    List<Set<String>> choices = new ArrayList<>();
    new TreeSet<>(Senses.names()).forEach(sense -> choices.add(Set.of(sense)));
    choices.add(new TreeSet<>(Senses.names()));
    List<List<Trial>> trials = new ArrayList<>();
    choices.forEach(choice -> trials.add(new ArrayList<>()));
    for (int seed = 0; seed < seeds; seed++) {
      for (int i = 0; i < choices.size(); i++) {
        trials.get(i).add(trial(choices.get(i), run.seed() + seed));
      }
      run.peak().sample();
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      samples.add(new Sample(String.join(" + ", choices.get(i)), "", trials.get(i)));
    }
    return new Findings(sentence(samples), section(choices, samples));
  }

  private Trial trial(Set<String> senses, long seed) throws IOException {
    String key =
        "fusion | %s | demo of %s drawn with %d | %d epochs"
            .formatted(senses, sizes, run.seed(), epochs);
    Trial trial = log.find(key, seed, () -> train(key, senses, seed));
    run.say(
        "%s",
        String.format(
            Locale.ROOT,
            "%s, seed %d: %.2f %% in %.0f s",
            String.join(" + ", senses),
            seed,
            PERCENT * trial.test(),
            trial.seconds()));
    return trial;
  }

  private Trial train(String key, Set<String> senses, long seed) throws IOException {
    RunResult result =
        new Training(ModelOptions.plugins(), choices())
            .run(config(senses, seed), run.output().resolve("claims-runs"));
    double test =
        result
            .test()
            .orElseThrow(() -> new PerceiverException("the demo data has no test split"))
            .chosen("");
    try (PerceiverModel model = Perceivers.load(result.folder().path())) {
      return new Trial(
          key,
          seed,
          null,
          result.outcome().state().best(),
          test,
          Weights.count(model.network()),
          result.outcome().seconds());
    }
  }

  private RunConfig config(Set<String> senses, long seed) {
    ConfigNode.Mapping document =
        ModalitySelection.only(
            YamlReader.resource(SenseFusion.class.getClassLoader(), CONFIG), senses);
    List<String> values =
        List.of(
            "seed=" + seed,
            "training.epochs=" + epochs,
            "device=cpu",
            "data.path=" + demo.toAbsolutePath());
    return RunConfigReader.read(
        Overrides.apply(document, values, Path.of("")), ModelOptions.plugins());
  }

  private static TrainingChoices choices() {
    return new TrainingChoices(
        Optimizers.all(), Schedules.all(), Optional.empty(), Optional.empty(), Set.of());
  }

  private static String sentence(List<Sample> samples) {
    List<String> parts = new ArrayList<>();
    samples.forEach(
        sample -> parts.add("%s %.1f %%".formatted(sample.name(), sample.test().mean())));
    return "Fusion: " + String.join(", ", parts) + ".";
  }

  private Section section(List<Set<String>> choices, List<Sample> samples) {
    Sample fused = samples.get(samples.size() - 1);
    ResultTable table =
        ResultTable.of(
            "fusion",
            "senses",
            "test",
            "ceiling",
            "fused is better by, points",
            "parameters",
            "fastest training");
    List<Double> ceilings = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      double ceiling = PERCENT * Senses.ceiling(choices.get(i));
      ceilings.add(ceiling);
      table =
          table.row(
              Cell.of(sample.name()),
              Cell.of(sample.test().words() + " %"),
              Cell.of(ceiling, "%"),
              Cell.of(i == samples.size() - 1 ? "" : fused.gainOver(sample).signed()),
              Cell.of(sample.parameters(), ""),
              Cell.of(sample.seconds(), "s"));
    }
    String text = TEXT.formatted(epochs, sizes.train(), sizes.validation(), sizes.test());
    return Section.of("Fusion against each sense alone", text)
        .with(table)
        .with(
            Picture.bars(
                "fusion",
                "Fusion and each sense alone",
                "test accuracy, %",
                samples.stream().map(Sample::name).toList(),
                List.of(Bars.of("test", samples), Series.bars("ceiling", ceilings))))
        .with(TrialTable.of("fusion-trainings", samples));
  }
}
