package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.train.DivergedException;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import io.perceiver.train.TrainingControl;
import io.perceiver.train.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingLoopTest {
  private static final List<Example> EIGHT = Samples.noise(8, "train");
  private static final String SHORT =
      "{batchSize: 4, epochs: 5, optimizer: {type: adamw, learningRate: 1e-2}}";

  private static SortedMap<String, float[]> trained(TinyRun run) throws IOException {
    try (TinyLoop loop = new TinyLoop(run)) {
      loop.train(run.examples());
      return loop.weights();
    }
  }

  private static void assertEqual(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, values) -> assertThat(actual.get(name)).as(name).isEqualTo(values));
  }

  @Test
  void eightExamplesAreLearntByHeart() throws IOException {
    TinyRun run =
        TinyRun.of(
                "{batchSize: 8, epochs: 0, steps: 150, optimizer: {type: adamw, learningRate:"
                    + " 1e-2}}",
                EIGHT)
            .withoutDropout();
    try (TinyLoop loop = new TinyLoop(run)) {
      assertThat(loop.evaluate(EIGHT).metric("accuracy")).isLessThan(0.9);
      loop.train(EIGHT);
      assertThat(loop.evaluate(EIGHT).loss()).isLessThan(0.05);
      assertThat(loop.evaluate(EIGHT).metric("accuracy")).isEqualTo(1);
    }
  }

  @Test
  void theSameSeedGivesTheSameWeightsBitByBit() throws IOException {
    TinyRun run = TinyRun.of(SHORT, EIGHT);
    SortedMap<String, float[]> first = trained(run);
    assertEqual(trained(run), first);
    assertThat(trained(run.with("seed: 7", "seed: 8")).get("trunk.latents.vectors"))
        .isNotEqualTo(first.get("trunk.latents.vectors"));
  }

  @Test
  void theNumberOfDataThreadsChangesNothing() throws IOException {
    TinyRun run = TinyRun.of(SHORT, EIGHT);
    assertEqual(
        trained(run.with("threads: 2", "threads: 5")),
        trained(run.with("threads: 2", "threads: 1")));
  }

  /** 11 examples: the last step of an epoch is a part of one; some passes have no target at all. */
  private static List<Example> partlyLabelled() {
    List<Example> examples = new ArrayList<>();
    for (Example each : Samples.noise(11, "train")) {
      boolean labelled = examples.size() % 3 == 0;
      examples.add(
          labelled ? each : new Example(each.id(), each.split(), Map.of(), each.sources()));
    }
    return examples;
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "2, 4", "4, 2", "3, 3"})
  void accumulatedBatchesAreOneLargeBatch(int batch, int accumulation) throws IOException {
    // clipped, so that the norm is that of the whole; momentum, so that steps follow each other
    String settings =
        "epochs: 3, clipNorm: 0.5, optimizer: {type: sgd, momentum: 0.9, learningRate: 0.1}}";
    List<Example> examples = partlyLabelled();
    String whole = "{batchSize: %d, ".formatted(batch * accumulation);
    String parts = "{batchSize: %d, accumulation: %d, ".formatted(batch, accumulation);
    SortedMap<String, float[]> large =
        trained(TinyRun.of(whole + settings, examples).withoutDropout());
    SortedMap<String, float[]> small =
        trained(TinyRun.of(parts + settings, examples).withoutDropout());
    large.forEach((name, values) -> Closeness.assertClose(name, small.get(name), values, 1e-5));
  }

  @Test
  void activationCheckpointingChangesNothing() throws IOException {
    String settings = "{batchSize: 4, epochs: 3, optimizer: {type: sgd, learningRate: 0.1}";
    SortedMap<String, float[]> kept = trained(TinyRun.of(settings + "}", EIGHT).withoutDropout());
    SortedMap<String, float[]> recomputed =
        trained(TinyRun.of(settings + ", activationCheckpointing: true}", EIGHT).withoutDropout());
    kept.forEach((name, values) -> Closeness.assertClose(name, recomputed.get(name), values, 1e-5));
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrainingAndSaysWhere() throws IOException {
    TinyRun run =
        TinyRun.of(
            "{batchSize: 4, epochs: 9, clipNorm: 0, optimizer: {type: sgd, learningRate: 1e25}}",
            EIGHT);
    List<StepReport> steps = new ArrayList<>();
    try (TinyLoop loop = new TinyLoop(run)) {
      assertThatThrownBy(() -> loop.train(EIGHT, collecting(steps)))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("at step " + steps.size() + ": loss")
          .hasMessageContaining("last good checkpoint is")
          .hasMessageContaining("training.optimizer.learningRate");
      assertThat(steps).isNotEmpty();
      assertThat(steps).allMatch(step -> Double.isFinite(step.loss()));
    }
  }

  @Test
  void aSecondTrainingIsRefusedNamingTheFirst() throws IOException {
    TinyRun run = TinyRun.of("{batchSize: 8, epochs: 1}", EIGHT);
    List<String> refused = new ArrayList<>();
    try (TinyLoop first = new TinyLoop(run);
        TinyLoop second = new TinyLoop(run)) {
      RunListener starts =
          new RunListener() {
            @Override
            public void started(TrainingPlan plan, TrainingControl control) {
              assertThatThrownBy(() -> second.over("second", EIGHT).run())
                  .isInstanceOf(PerceiverException.class)
                  .hasMessageContaining("'second' cannot train while 'first' trains in this JVM");
              refused.add(plan.run());
            }
          };
      first.over("first", EIGHT, starts).run();
      assertThat(refused).containsExactly("first");
      assertThat(second.over("second", EIGHT).run().state().step()).isEqualTo(1);
    }
  }

  @Test
  void biasesAndNormsAreNotDecayed() throws IOException {
    Map<String, Boolean> decays = new TreeMap<>();
    try (TinyLoop loop = new TinyLoop(TinyRun.of("{batchSize: 8, epochs: 1}", EIGHT))) {
      loop.over(
              "tiny",
              EIGHT,
              (updates, rate, state) ->
                  updates.forEach(update -> decays.put(update.name(), update.decays())))
          .run();
      assertThat(decays.keySet()).isEqualTo(loop.weights().keySet());
    }
    decays.forEach(
        (name, does) -> {
          boolean spared = name.matches("(?i).*(bias|scale|offset)$");
          assertThat(does).as(name).isEqualTo(!spared);
        });
    assertThat(decays).containsEntry("trunk.latents.vectors", true);
  }

  @Test
  void aParameterThatTookNoPartKeepsItsValueAndMoments() throws IOException {
    List<Example> both = new ArrayList<>();
    for (Example each : EIGHT) {
      both.add(
          new Example(
              each.id(),
              "train",
              each.columns(),
              Map.of(
                  "numbers", each.sources().get("numbers"),
                  "others", Samples.source(each.id() + "o", new float[12]))));
    }
    TinyRun run =
        TinyRun.of(SHORT, both)
            .with("numbers: {}", "{numbers: {}, others: {plugin: numbers, channels: 2}}");
    try (TinyLoop loop = new TinyLoop(run)) {
      loop.train(both);
      SortedMap<String, float[]> weights = loop.weights();
      Map<String, float[]> remembered = loop.remembered();
      loop.train(EIGHT);
      String absent = "fusion.others";
      assertThat(loop.weights().get(absent)).isEqualTo(weights.get(absent));
      assertThat(loop.weights().get("fusion.numbers")).isNotEqualTo(weights.get("fusion.numbers"));
      for (String slot : List.of("firstMoment/", "secondMoment/", "steps/")) {
        assertThat(loop.remembered().get(slot + absent))
            .as(slot)
            .isEqualTo(remembered.get(slot + absent));
      }
    }
  }

  private static RunListener collecting(List<StepReport> steps) {
    return new RunListener() {
      @Override
      public void stepped(StepReport report) {
        steps.add(report);
      }
    };
  }
}
