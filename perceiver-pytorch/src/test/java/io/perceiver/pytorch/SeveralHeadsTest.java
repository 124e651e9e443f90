package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Injector;
import io.perceiver.api.Example;
import io.perceiver.api.MemorySource;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.head.Prediction;
import io.perceiver.config.HeadSection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamples;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.head.ClassificationPlugin;
import io.perceiver.head.MultiLabelPlugin;
import io.perceiver.head.RegressionPlugin;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.Checkpoint;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunResult;
import io.perceiver.train.RunListener;
import io.perceiver.train.ValidationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class, numbers and labels asked for at once, each example lacking some of them. */
class SeveralHeadsTest {
  private static final String HEADS =
      """
      label: {type: classification, balanced: true, focal: 1}
        sum: {type: regression, columns: [sum], unit: kg, loss: huber, weight: 0.5}
        signs: {type: multilabel, column: signs, separator: ";"}
      """
          .strip();

  @TempDir private Path folder;

  /** Two numbers decide all: the class by the larger, their sum, and which are positive. */
  private static List<Example> examples(int count, String split, long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float first = (float) random.nextGaussian();
      float second = (float) random.nextGaussian();
      float[] numbers = new float[12];
      for (int at = 0; at < 12; at += 2) {
        numbers[at] = first;
        numbers[at + 1] = second;
      }
      Map<String, String> columns = new LinkedHashMap<>();
      columns.put("label", i % 5 == 0 ? "" : first > second ? "first" : "second");
      columns.put("sum", i % 7 == 0 ? "" : Float.toString(50 + 10 * (first + second)));
      columns.put("signs", signs(first, second));
      examples.add(
          new Example(
              split + i,
              split,
              columns,
              Map.of(
                  "numbers",
                  SourceRecord.whole(new MemorySource(split + i, NumbersPlugin.bytes(numbers))))));
    }
    return examples;
  }

  private static String signs(float first, float second) {
    List<String> signs = new ArrayList<>();
    if (first > 0) {
      signs.add("one");
    }
    if (second > 0) {
      signs.add("two");
    }
    return signs.isEmpty() ? "none" : String.join(";", signs);
  }

  private static TinyRun run(String training) {
    List<Example> all = new ArrayList<>(examples(160, "train", 1));
    all.addAll(examples(60, "validation", 2));
    all.addAll(examples(60, "test", 3));
    return TinyRun.of(training, all)
        .withoutDropout()
        .with("label: {type: classification, classes: [a, b, c]}", HEADS);
  }

  @Test
  void allOfThemLearnAndTheirAnswersAreThoseOfTheCheckpoint() throws IOException {
    TinyRun run =
        run("{batchSize: 16, epochs: 12, chooseBy: sum/mae, optimizer: {learningRate: 0.01}}");
    List<ValidationReport> validations = new ArrayList<>();
    RunResult result =
        run.train(
            folder,
            new RunListener() {
              @Override
              public void validated(ValidationReport report) {
                validations.add(report);
              }
            });
    EvaluationResult test = result.test().orElseThrow();
    assertThat(test.heads().keySet()).containsExactly("label", "sum", "signs");
    assertThat(test.metric("accuracy")).isGreaterThan(0.8);
    assertThat(test.metric("r2")).isGreaterThan(0.8);
    assertThat(test.metric("meanAveragePrecision")).isGreaterThan(0.85);
    HeadResult sum = Objects.requireNonNull(test.heads().get("sum"));
    assertThat(sum.examples()).isEqualTo(51);
    assertThat(sum.weight()).isEqualTo(0.5);
    assertThat(sum.figures().get(0).interval()).isPresent();
    double best =
        validations.stream()
            .mapToDouble(report -> report.result().metric("mae"))
            .min()
            .orElseThrow();
    Checkpoint checkpoint = result.folder().best();
    assertThat(checkpoint.state().best()).isEqualTo(best);
    assertThat(checkpoint.state().calibration().get("signs")).hasSize(2);

    Injector injector = run.injector();
    Map<String, HeadSection> heads = resolved(result);
    RunConfig config = injector.getInstance(RunConfig.class).with(c -> c.heads = heads);
    try (PerceiverModel model =
        injector.getInstance(ModelAssembler.class).load(config, checkpoint)) {
      EvaluationResult again =
          model.evaluate(examples(60, "test", 3), BadExamples.refused(), done -> {});
      assertThat(again.metrics()).isEqualTo(test.metrics());
      Map<String, Prediction> said =
          model.predict(
              Map.of(
                  "numbers",
                  new MemorySource(
                      "one",
                      NumbersPlugin.bytes(
                          new float[] {2, -2, 2, -2, 2, -2, 2, -2, 2, -2, 2, -2}))));
      assertThat(said.get("label").summary()).isEqualTo("first");
      Prediction.Numbers numbers = (Prediction.Numbers) said.get("sum");
      assertThat(numbers.unit()).isEqualTo("kg");
      assertThat(numbers.values().get("sum")).isCloseTo(50, within(15.0));
      assertThat(((Prediction.AnyOf) said.get("signs")).names()).containsExactly("one");
    }
  }

  private static Map<String, HeadSection> resolved(RunResult result) throws IOException {
    return RunConfigReader.read(
            YamlReader.file(result.folder().config()),
            PluginRegistry.of(
                List.of(
                    new NumbersPlugin(),
                    new MemoryFormat(List.of()),
                    new ClassificationPlugin(),
                    new RegressionPlugin(),
                    new MultiLabelPlugin())))
        .heads();
  }

  @Test
  void aTrainingThatGetsNoBetterStopsAndSaysWhy() throws IOException {
    TinyRun run = run("{batchSize: 16, epochs: 9, patience: 2, optimizer: {learningRate: 0}}");
    RunResult result = run.train(folder);
    assertThat(result.outcome().stopped()).isTrue();
    assertThat(result.outcome().stopReason().orElseThrow())
        .contains("for 2 in a row")
        .contains("training.patience");
    assertThat(result.outcome().state().epoch()).isEqualTo(3);
    // asked to go on, it has the same patience again
    assertThat(run.resume(result.folder()).outcome().state().epoch()).isEqualTo(5);
  }

  @Test
  void aMetricThatThereIsNotIsRefusedBeforeTheFirstStep() {
    TinyRun run = run("{batchSize: 16, epochs: 1, chooseBy: sum/accuracy}");
    assertThatThrownBy(() -> run.train(folder))
        .hasMessageContaining("training.chooseBy: 'sum/accuracy' is not a metric of the model")
        .hasMessageContaining("sum/mae");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTargetThatIsNotOneIsRefusedBeforeTheFirstStepWithEveryExample() {
    List<Example> wrong = new ArrayList<>(examples(20, "train", 1));
    for (String id : List.of("wrong", "worse")) {
      wrong.add(
          new Example(
              id,
              "train",
              Map.of("label", "first", "sum", "heavy", "signs", "one"),
              wrong.get(0).sources()));
    }
    TinyRun run =
        TinyRun.of("{epochs: 1}", wrong)
            .with("label: {type: classification, classes: [a, b, c]}", HEADS);
    assertThatThrownBy(() -> run.train(folder))
        .hasMessageContaining("wrong, head 'sum': sum: 'heavy' is not a number")
        .hasMessageContaining("worse, head 'sum': sum: 'heavy' is not a number");
  }

  @Test
  void everyHeadThatTheDataCannotServeIsNamed() {
    List<Example> alike =
        examples(20, "train", 1).stream()
            .map(
                each ->
                    new Example(
                        each.id(),
                        each.split(),
                        Map.of("label", "first", "sum", "3", "signs", "none"),
                        each.sources()))
            .toList();
    TinyRun run =
        TinyRun.of("{epochs: 1}", alike)
            .with("label: {type: classification, classes: [a, b, c]}", HEADS);
    assertThatThrownBy(() -> run.train(folder))
        .hasMessageContaining("heads.label.classes: column 'label'")
        .hasMessageContaining("heads.sum.columns: sum is not allowed")
        .hasMessageContaining("heads.signs.labels: column 'signs'");
  }
}
