package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.Example;
import io.perceiver.api.MemorySource;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.head.Prediction;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.run.PerceiverModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a model says of examples, one by one, in batches and from several threads. */
class PredictionTest {
  private static final TinyRun SCATTERED =
      TinyRun.of("{batchSize: 4}", List.of()).with("numbers: {}", "numbers: {scattered: true}");

  /** Examples of 1 to 6 elements, so that batches are padded. */
  private static List<Example> ragged() {
    Random random = new Random(6);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      float[] numbers = Drawn.normal(random, 2 * (1 + i % 6)).floats();
      examples.add(Samples.example("e" + i, "test", i % 2 == 0 ? "a" : "b", numbers));
    }
    return examples;
  }

  private static Map<String, Double> alone(PerceiverModel model, Example example) {
    SourceRecord record = example.sources().get("numbers");
    return scores(model.predict(Map.of("numbers", record.source())).get("label"));
  }

  private static Map<String, Double> scores(Prediction prediction) {
    return ((Prediction.OneOf) prediction).scores();
  }

  private static void assertSame(Map<String, Double> actual, Map<String, Double> expected) {
    expected.forEach(
        (name, score) -> assertThat(actual.get(name)).as(name).isCloseTo(score, within(1e-6)));
  }

  @Test
  void aPredictionDoesNotDependOnItsBatch() throws IOException {
    try (TinyLoop loop = new TinyLoop(SCATTERED)) {
      List<String> order = new ArrayList<>();
      loop.model()
          .predict(
              ragged(),
              new BadExamples(BadExamplePolicy.FAIL),
              predicted -> {
                order.add(predicted.example().id());
                Prediction said = predicted.predictions().get("label");
                assertSame(scores(said), alone(loop.model(), predicted.example()));
              });
      assertThat(order).containsExactlyElementsOf(ragged().stream().map(Example::id).toList());
    }
  }

  @Test
  void oneModelServesEightThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (TinyLoop loop = new TinyLoop(SCATTERED)) {
      List<Map<String, Double>> expected =
          ragged().stream().map(example -> alone(loop.model(), example)).toList();
      List<Callable<Map<String, Double>>> work = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        Example example = ragged().get(i % 10);
        work.add(() -> alone(loop.model(), example));
      }
      List<Future<Map<String, Double>>> said = threads.invokeAll(work);
      for (int i = 0; i < said.size(); i++) {
        assertThat(said.get(i).get()).isEqualTo(expected.get(i % 10));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anEvaluationCountsWhatCanBeReadAndHasATarget() throws IOException {
    List<Example> examples = new ArrayList<>(ragged());
    examples.set(2, Samples.example("e2", "test", "", new float[4]));
    byte[] cut = {1, 2, 3};
    examples.add(
        new Example(
            "cut",
            "test",
            Map.of("label", "a"),
            Map.of("numbers", SourceRecord.whole(new MemorySource("cut", cut)))));
    try (TinyLoop loop = new TinyLoop(SCATTERED)) {
      BadExamples bad = new BadExamples(BadExamplePolicy.SKIP);
      EvaluationResult result = loop.model().evaluate(examples, bad, done -> {});
      assertThat(result.examples()).isEqualTo(10);
      assertThat(result.skipped()).isEqualTo(1);
      assertThat(bad.all().get(0).reason()).contains("cut").contains("inside a number");
      double loss = 0;
      int right = 0;
      for (Example example : examples) {
        String label = example.columns().get("label");
        if (label != null && !example.id().equals("cut")) {
          Map<String, Double> scores = alone(loop.model(), example);
          loss -= Math.log(scores.get(label)) / 9;
          right += scores.values().stream().allMatch(s -> s <= scores.get(label)) ? 1 : 0;
        }
      }
      assertThat(result.loss()).isCloseTo(loss, within(1e-6));
      assertThat(result.metric("accuracy")).isCloseTo(right / 9.0, within(1e-12));
      assertThat(result.chosen("")).isEqualTo(result.metric("accuracy"));
    }
  }
}
