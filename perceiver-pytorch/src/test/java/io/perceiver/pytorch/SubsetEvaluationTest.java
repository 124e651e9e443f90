package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.api.Example;
import io.perceiver.api.MemorySource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.head.Interval;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.evaluate.SubsetResult;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a model of three modalities, by what it is shown. */
class SubsetEvaluationTest {
  private static final List<String> MODALITIES = List.of("left", "middle", "right");
  private static final List<String> CLASSES = List.of("a", "b", "c");
  @TempDir private Path runs;

  private static TinyRun run(String training, List<Example> examples) {
    return TinyRun.of(training, examples)
        .with(
            "  numbers: {}\n",
            """
              left: {plugin: numbers, scattered: true}
              middle: {plugin: numbers}
              right: {plugin: numbers, channels: 1, elements: 4}
            """);
  }

  /** The i-th example lacks the modalities whose bits are set in i % 7, never all three. */
  private static List<Example> gappy(int count, String split) {
    Random random = new Random(count);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, SourceRecord> sources = new HashMap<>();
      sources.put("left", numbers(random, 2 * (1 + i % 6)));
      sources.put("middle", numbers(random, 12));
      sources.put("right", numbers(random, 4));
      for (int m = 0; m < 3; m++) {
        if ((i % 7 >> m & 1) == 1) {
          sources.remove(MODALITIES.get(m));
        }
      }
      Map<String, String> label = Map.of("label", CLASSES.get(i % 3));
      examples.add(new Example(split + i, split, label, sources));
    }
    return examples;
  }

  private static SourceRecord numbers(Random random, int count) {
    return Samples.source("drawn", Drawn.normal(random, count).floats());
  }

  private static HeadResult label(Map<String, HeadResult> heads) {
    return Objects.requireNonNull(heads.get("label"));
  }

  @Test
  void aSubsetsFiguresAreThoseOfExamplesThatHaveNothingElse() throws IOException {
    List<Example> examples = gappy(24, "test");
    try (TinyLoop loop = new TinyLoop(run("{batchSize: 5, epochs: 4}", List.of()))) {
      loop.train(gappy(21, "train"));
      EvaluationResult result = loop.evaluate(examples);
      assertThat(result.subsets()).hasSize(7);
      for (SubsetResult subset : result.subsets()) {
        List<Example> reduced =
            examples.stream().filter(subset.subset()::isIn).map(subset.subset()::show).toList();
        HeadResult alone = label(loop.evaluate(reduced).heads());
        HeadResult label = label(subset.heads());
        assertThat(subset.examples()).as("%s", subset.subset()).isEqualTo(reduced.size());
        assertThat(subset.lacking()).isEqualTo(24 - reduced.size());
        assertThat(label.examples()).isEqualTo(reduced.size());
        assertThat(label.loss()).as("%s", subset.subset()).isCloseTo(alone.loss(), within(1e-5));
        assertThat(label.metrics()).isEqualTo(alone.metrics());
      }
      assertThat(label(result.subsets().get(0).heads()).loss())
          .isNotCloseTo(label(result.subsets().get(1).heads()).loss(), within(1e-4));
    }
  }

  @Test
  void examplesAsTheyAreCountAll() throws IOException {
    List<Example> examples = gappy(9, "test");
    try (TinyLoop loop = new TinyLoop(run("{batchSize: 4}", List.of()))) {
      EvaluationResult with = loop.evaluate(examples);
      EvaluationResult without = loop.model().evaluate(examples, failing(), List.of(), done -> {});
      assertThat(with.examples()).isEqualTo(9);
      assertThat(without.subsets()).isEmpty();
      assertThat(with.metrics()).isEqualTo(without.metrics());
      assertThat(with.loss()).isEqualTo(without.loss());
    }
  }

  @Test
  void aSubsetNobodyHasIsARowOfNothing() throws IOException {
    ModalitySubset left = ModalitySubset.of(List.of("left"));
    List<Example> examples = gappy(8, "test").stream().filter(e -> !left.isIn(e)).toList();
    try (TinyLoop loop = new TinyLoop(run("{batchSize: 4}", List.of()))) {
      SubsetResult nobody =
          loop.model().evaluate(examples, failing(), List.of(left), done -> {}).subsets().get(0);
      assertThat(nobody.examples()).isZero();
      assertThat(nobody.lacking()).isEqualTo(examples.size());
      assertThat(label(nobody.heads()).loss()).isNaN();
      assertThat(label(nobody.heads()).accuracyInterval()).contains(new Interval(0, 1));
    }
  }

  @Test
  void anExampleThatCannotBeReadCountsNowhere() throws IOException {
    List<Example> examples = new ArrayList<>(gappy(4, "test"));
    Map<String, SourceRecord> sources = new HashMap<>(examples.get(0).sources());
    sources.put("left", SourceRecord.whole(new MemorySource("cut", new byte[] {1, 2, 3})));
    examples.set(0, new Example("cut", "test", Map.of("label", "a"), sources));
    try (TinyLoop loop = new TinyLoop(run("{batchSize: 4}", List.of()))) {
      BadExamples skipping = new BadExamples(BadExamplePolicy.SKIP);
      EvaluationResult result = loop.model().evaluate(examples, skipping, done -> {});
      assertThat(result.examples()).isEqualTo(3);
      assertThat(result.skipped()).isEqualTo(1);
      for (SubsetResult subset : result.subsets()) {
        assertThat(subset.examples() + subset.lacking()).isEqualTo(3);
      }
    }
  }

  @Test
  void aSubsetOfOtherModalitiesIsRefused() throws IOException {
    ModalitySubset wrong = ModalitySubset.of(List.of("left", "wright"));
    try (TinyLoop loop = new TinyLoop(run("{batchSize: 4}", List.of()))) {
      assertThatThrownBy(
              () -> loop.model().evaluate(gappy(4, "t"), failing(), List.of(wrong), done -> {}))
          .isInstanceOf(PerceiverException.class)
          .hasMessage(
              "the model's inputs are [left, middle, right]; the subset has [left, wright]");
    }
  }

  @Test
  void theConfusionMatrixAgreesWithThePredictions() throws IOException {
    List<Example> examples = gappy(20, "test");
    try (TinyLoop loop = new TinyLoop(run("{batchSize: 5, epochs: 4}", List.of()))) {
      loop.train(gappy(21, "train"));
      PerceiverModel model = loop.model();
      long[][] counted = new long[3][3];
      model.predict(
          examples,
          failing(),
          predicted -> {
            String said = predicted.predictions().get("label").summary();
            String actual = predicted.example().columns().get("label");
            counted[CLASSES.indexOf(actual)][CLASSES.indexOf(said)]++;
          });
      EvaluationResult result = model.evaluate(examples, failing(), done -> {});
      ConfusionMatrix confusion = label(result.heads()).confusion().orElseThrow();
      assertThat(confusion.classes()).isEqualTo(CLASSES);
      for (int actual = 0; actual < 3; actual++) {
        for (int said = 0; said < 3; said++) {
          assertThat(confusion.count(actual, said)).isEqualTo(counted[actual][said]);
        }
      }
      assertThat(result.metric("accuracy")).isEqualTo(confusion.accuracy());
      assertThat(result.metric("macroF1")).isEqualTo(confusion.macroF1());
    }
  }

  @Test
  void trainingRecordsEverySubsetFromItsOneReadingOfTheTestSplit() throws IOException {
    List<Example> examples = new ArrayList<>(gappy(14, "train"));
    examples.addAll(gappy(7, "test"));
    RunResult result = run("{batchSize: 7, epochs: 1}", examples).train(runs);
    EvaluationResult test = result.test().orElseThrow();
    List<String> lines = Files.readAllLines(result.folder().metrics());
    List<String> tests =
        lines.stream().filter(line -> line.contains("\"event\":\"test\"")).toList();
    assertThat(tests).hasSize(1);
    JsonNode subsets = new ObjectMapper().readTree(tests.get(0)).path("subsets");
    assertThat(subsets).hasSize(7);
    assertThat(subsets.get(6).path("modalities")).hasSize(3);
    for (int i = 0; i < 7; i++) {
      SubsetResult subset = test.subsets().get(i);
      assertThat(subsets.get(i).path("n").asLong()).isEqualTo(subset.examples());
      assertThat(subsets.get(i).path("accuracy").asDouble())
          .isEqualTo(label(subset.heads()).metrics().get("accuracy"));
      assertThat(subsets.get(i).has("macroF1")).isTrue();
    }
  }

  private static BadExamples failing() {
    return new BadExamples(BadExamplePolicy.FAIL);
  }
}
