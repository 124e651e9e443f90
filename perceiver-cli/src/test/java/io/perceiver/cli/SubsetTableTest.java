package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.evaluate.MetricResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.evaluate.SubsetResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The table as it is printed. */
class SubsetTableTest {

  private static EvaluationResult result(Map<String, HeadResult> heads, String... modalities) {
    List<SubsetResult> subsets = new ArrayList<>();
    for (ModalitySubset subset : ModalitySubset.toCompare(List.of(modalities))) {
      subsets.add(new SubsetResult(subset, 1000, 0, heads));
    }
    return new EvaluationResult(1000, 0, heads, subsets);
  }

  private static List<String> printed(
      EvaluationResult result, Optional<ToDoubleFunction<Set<String>>> ceilings) {
    StringWriter text = new StringWriter();
    new SubsetTable(result, ceilings).print(new PrintWriter(text, true));
    return text.toString().lines().toList();
  }

  @Test
  void threeModalitiesFitInEightyColumnsWithTheirCeilings() {
    EvaluationResult result =
        result(Map.of("label", FiguresTest.label(1000, 0)), "audio", "image", "pointcloud");
    List<String> lines = printed(result, Optional.of(shown -> shown.size() / 3.0));
    assertThat(lines).hasSize(2 + 1 + 7 + 1).allMatch(line -> line.length() <= 80);
    assertThat(lines.get(2)).matches("shown +n +accuracy +95 % interval +macro-F1 +at most");
    assertThat(lines.get(3)).matches("audio +1000 +100.00 % +99.62 to 100.00 +100.00 % +33.3 %");
    assertThat(lines.get(9)).startsWith("audio + image + pointcloud  1000 ").endsWith("100.0 %");
    assertThat(lines.get(10)).matches("all, as they are +1000 +100.00 % +.* +100.00 %");
  }

  @Test
  void withoutCeilingsThereIsNoColumnForThem() {
    EvaluationResult result = result(Map.of("label", FiguresTest.label(914, 86)), "a", "b");
    List<String> lines = printed(result, Optional.empty());
    assertThat(lines.get(2)).endsWith("macro-F1");
    assertThat(lines.get(3)).matches("a +1000 +91.40 % +89.50 to 92.98 +91.40 %");
  }

  @Test
  void aSubsetThatNoExampleHasShowsNoFigures() {
    EvaluationResult result = result(Map.of("label", FiguresTest.label(0, 0)), "a", "b");
    assertThat(printed(result, Optional.empty()).get(3)).matches("a +0 +- +- +-");
    HeadResult none =
        new HeadResult(
            0,
            Double.NaN,
            1,
            List.of(new MetricResult("error", Double.NaN, false, Optional.empty())),
            Optional.empty());
    assertThat(printed(result(Map.of("size", none), "a", "b"), Optional.empty()).get(3))
        .matches("a +0 +- +-");
  }

  @Test
  void longNamesAreSaidByWhatIsHidden() {
    EvaluationResult result =
        result(
            Map.of("label", FiguresTest.label(914, 86)),
            "accelerometer-x",
            "accelerometer-y",
            "accelerometer-z");
    List<String> lines = printed(result, Optional.empty());
    assertThat(lines.get(6)).startsWith("all but accelerometer-z ");
    assertThat(lines.get(9)).startsWith("all 3 ");
    assertThat(lines).allMatch(line -> line.length() <= 80);
  }

  @Test
  void ofManyModalitiesItSaysWhichSubsetsItHas() {
    EvaluationResult result =
        result(Map.of("label", FiguresTest.label(914, 86)), "a", "b", "c", "d", "e");
    assertThat(String.join("\n", printed(result, Optional.empty())))
        .contains("Of 5 modalities: each alone, all but each, and all.");
  }

  @Test
  void headsWithoutClassesShowTheirOwnMetric() {
    Map<String, HeadResult> heads = new LinkedHashMap<>();
    heads.put("label", FiguresTest.label(914, 86));
    heads.put("size", FiguresTest.error(0.25));
    List<String> lines = printed(result(heads, "a", "b"), Optional.empty());
    assertThat(lines).anyMatch(line -> line.startsWith("Head 'size', by what is shown"));
    assertThat(lines).anyMatch(line -> line.matches("shown +n +error +loss"));
    assertThat(lines).anyMatch(line -> line.matches("a \\+ b +1000 +0.2500 +0.5000"));
  }

  @Test
  void aModelOfOneModalityHasNoTable() {
    EvaluationResult result = result(Map.of("label", FiguresTest.label(914, 86)), "image");
    assertThat(printed(result, Optional.empty())).isEmpty();
  }
}
