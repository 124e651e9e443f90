package io.perceiver.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.internal.evaluate.Intervals;
import io.perceiver.internal.evaluate.ResultFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationResultTest {

  private static HeadResult error(long examples, double loss, double error) {
    return new HeadResult(
        examples,
        loss,
        1,
        List.of(new MetricResult("error", error, false, Optional.empty())),
        Optional.empty());
  }

  private static HeadResult label(Map<ConfusionMatrix.Cell, Long> counts) {
    ConfusionMatrix confusion = new ConfusionMatrix(List.of("a", "b"), counts);
    return new HeadResult(
        confusion.total(),
        0.5,
        1,
        List.of(
            new MetricResult(
                "accuracy", confusion.accuracy(), true, Optional.of(confusion.accuracyInterval()))),
        Optional.of(confusion));
  }

  private static EvaluationResult result(Map<String, HeadResult> heads) {
    return new EvaluationResult(10, 0, heads, List.of());
  }

  /** As a training step sums it up: heads without targets say nothing. */
  @Test
  void theLossIsTheWeightedSumOverHeads() {
    Map<String, HeadResult> heads = new LinkedHashMap<>();
    heads.put("size", error(1, 2, 0));
    heads.put("age", new HeadResult(3, 6, 0.5, List.of(), Optional.empty()));
    heads.put("idle", error(0, Double.NaN, Double.NaN));
    assertThat(result(heads).loss()).isCloseTo(2 + 0.5 * 6, within(1e-12));
    assertThat(result(Map.of()).loss()).isNaN();
  }

  @Test
  void theFirstMetricDecidesWhichResultIsBetter() {
    EvaluationResult error = result(Map.of("size", error(1, 2, 0.3)));
    assertThat(error.isBetterThan(0.4, "")).isTrue();
    assertThat(error.isBetterThan(0.2, "")).isFalse();
    assertThat(error.isBetterThan(Double.NaN, "")).isTrue();
    EvaluationResult nothing = result(Map.of("size", error(0, 2, Double.NaN)));
    assertThat(nothing.isBetterThan(Double.NaN, "")).isFalse();
    assertThat(nothing.isBetterThan(0.4, "")).isFalse();
    EvaluationResult label =
        result(Map.of("label", label(Map.of(new ConfusionMatrix.Cell(0, 0), 1L))));
    assertThat(label.isBetterThan(0.9, "")).isTrue();
    assertThat(label.isBetterThan(1, "")).isFalse();
  }

  @Test
  void aNamedMetricOrTheLossDecidesWhereOneIsNamed() {
    Map<String, HeadResult> heads = new LinkedHashMap<>();
    heads.put("label", label(Map.of(new ConfusionMatrix.Cell(0, 0), 1L)));
    heads.put("size", error(1, 2, 0.3));
    EvaluationResult result = result(heads);
    assertThat(result.chosen("size/error")).isEqualTo(0.3);
    assertThat(result.isBetterThan(0.4, "size/error")).isTrue();
    assertThat(result.chosen("loss")).isEqualTo(2.5);
    assertThat(result.isBetterThan(2.4, "loss")).isFalse();
    assertThatThrownBy(() -> result.chosen("size/eror"))
        .hasMessage(
            "training.chooseBy: 'size/eror' is not a metric of the model; it has label/accuracy,"
                + " size/error, loss. Did you mean 'size/error'?");
  }

  @Test
  void figuresForFilesHoldEverySubset() {
    ConfusionMatrix.Cell right = new ConfusionMatrix.Cell(0, 0);
    ConfusionMatrix.Cell wrong = new ConfusionMatrix.Cell(1, 0);
    SubsetResult subset =
        new SubsetResult(
            ModalitySubset.of(List.of("image", "audio")),
            4,
            6,
            Map.of("label", label(Map.of(right, 3L, wrong, 1L))));
    EvaluationResult result =
        new EvaluationResult(10, 0, Map.of("size", error(10, 1, 0.3)), List.of(subset));
    Map<String, ?> figures = ResultFigures.of(result);
    assertThat(figures.get("metrics")).isEqualTo(Map.of("size/error", 0.3));
    Map<String, ?> first = ResultFigures.of(subset);
    assertThat(figures.get("subsets")).isEqualTo(List.of(first));
    assertThat(first.get("modalities")).isEqualTo(List.of("audio", "image"));
    assertThat(first.get("n")).isEqualTo(4L);
    assertThat(first.get("lacking")).isEqualTo(6L);
    assertThat(first.get("accuracy")).isEqualTo(0.75);
    assertThat(first.get("low")).isEqualTo(Intervals.wilson(3, 4).low());
    assertThat(first.get("high")).isEqualTo(Intervals.wilson(3, 4).high());
    assertThat(first.get("macroF1")).isEqualTo((6 / 7.0 + 0) / 2);
    assertThat(first.get("meanClassAccuracy")).isEqualTo(0.5);
  }

  @Test
  void ofASubsetThatNoExampleHasThereAreNoFigures() {
    SubsetResult subset =
        new SubsetResult(
            ModalitySubset.of(List.of("image")), 0, 10, Map.of("label", label(Map.of())));
    Map<String, ?> figures = ResultFigures.of(subset);
    assertThat(figures.get("n")).isEqualTo(0L);
    for (String name : List.of("accuracy", "low", "high", "meanClassAccuracy", "macroF1")) {
      assertThat(figures).as(name).containsEntry(name, null);
    }
  }
}
