package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.head.Interval;
import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.evaluate.MetricResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures as they are shown. */
class FiguresTest {

  /** Of two classes alike in number, a share of each recognised. */
  static HeadResult label(long right, long wrong) {
    Map<ConfusionMatrix.Cell, Long> counts =
        Map.of(
            new ConfusionMatrix.Cell(0, 0), right / 2,
            new ConfusionMatrix.Cell(0, 1), wrong / 2,
            new ConfusionMatrix.Cell(1, 1), right / 2,
            new ConfusionMatrix.Cell(1, 0), wrong / 2);
    ConfusionMatrix confusion = new ConfusionMatrix(List.of("cat", "dog"), counts);
    Optional<Interval> interval =
        confusion.total() == 0 ? Optional.empty() : Optional.of(confusion.accuracyInterval());
    List<MetricResult> figures =
        List.of(
            new MetricResult("accuracy", confusion.accuracy(), true, interval),
            new MetricResult(
                "meanClassAccuracy", confusion.meanClassAccuracy(), true, Optional.empty()),
            new MetricResult("macroF1", confusion.macroF1(), true, Optional.empty()));
    return new HeadResult(confusion.total(), 0.27134, 1, figures, Optional.of(confusion));
  }

  static HeadResult error(double value) {
    Optional<Interval> interval = Optional.of(new Interval(value - 0.125, value + 0.125));
    return new HeadResult(
        1000, 0.5, 1, List.of(new MetricResult("error", value, false, interval)), Optional.empty());
  }

  private static EvaluationResult result(Map<String, HeadResult> heads) {
    return new EvaluationResult(1000, 0, heads, List.of());
  }

  @Test
  void showsAccuracyInPercentWithTheNumberOfExamples() {
    EvaluationResult result = result(Map.of("label", label(914, 86)));
    assertThat(Figures.of(result)).isEqualTo("accuracy 91.40 % (n 1000, loss 0.2713)");
  }

  /** 0.914 ± about 1.96·√(0.914·0.086/1000) = 0.0174, moved towards a half by Wilson. */
  @Test
  void linesHoldTheIntervalAndTheOtherMetrics() {
    assertThat(Figures.lines(result(Map.of("label", label(914, 86)))))
        .containsExactly(
            "accuracy 91.40 % (95 % interval 89.50 to 92.98), n 1000, loss 0.2713",
            "mean-class accuracy 91.40 %, macro-F1 91.40 %")
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void ofNoExamplesThereAreDashes() {
    HeadResult none =
        new HeadResult(0, Double.NaN, 1, label(0, 0).figures(), label(0, 0).confusion());
    assertThat(Figures.lines(result(Map.of("label", none))))
        .containsExactly("accuracy -, n 0, loss -", "mean-class accuracy -, macro-F1 -");
  }

  @Test
  void severalHeadsAreNamed() {
    Map<String, HeadResult> heads = new LinkedHashMap<>();
    heads.put("size", error(0.25));
    heads.put("label", label(914, 86));
    assertThat(Figures.of(result(heads)))
        .startsWith("size: error 0.2500, label: accuracy 91.40 % (n 1000");
    assertThat(Figures.lines(result(heads)))
        .hasSize(3)
        .first()
        .isEqualTo("size: error 0.2500 (95 % interval 0.1250 to 0.3750), n 1000, loss 0.5000");
  }

  @Test
  void whatIsNoNumberIsNullInJson() {
    assertThat(Figures.number(Double.NaN)).isNull();
    assertThat(Figures.number(0.5)).isEqualTo(0.5);
  }

  @Test
  void sizesHaveTheUnitsThatMatter() {
    assertThat(Figures.size(811_600_000L)).isEqualTo("812 MB");
    assertThat(Figures.size(1_434_000_000L)).isEqualTo("1.43 GB");
  }

  @Test
  void durationsHaveTheUnitsThatMatter() {
    assertThat(Figures.duration(7.75)).isEqualTo("7.8 s");
    assertThat(Figures.duration(92.4)).isEqualTo("1 min 32 s");
    assertThat(Figures.duration(7260)).isEqualTo("2 h 1 min");
  }
}
