package io.perceiver.internal.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Calibration;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import io.perceiver.api.head.TargetArray;
import io.perceiver.head.MultiLabelConfig;
import io.perceiver.head.MultiLabelPlugin;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MultiLabelHeadTest {
  private static final MultiLabelHead WEATHER =
      new MultiLabelHead(MultiLabelConfig.DEFAULT.withLabels(List.of("wet", "dark", "cold")));

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static boolean read(String cell, FloatBuffer target) {
    return ((Target.Numbers) WEATHER.target()).reader().read(Map.of("labels", cell), target);
  }

  @Test
  void aTargetIsOneForEveryLabelThatHolds() {
    FloatBuffer target = FloatBuffer.allocate(3);
    assertThat(read(" cold | wet ", target)).isTrue();
    assertThat(target.array()).containsExactly(1, 0, 1);
    assertThat(read("none", target.clear())).isTrue();
    assertThat(target.array()).containsExactly(0, 0, 0);
    assertThat(read(" ", target.clear())).isFalse();
    assertThatThrownBy(() -> read("wett|dark", target.clear()))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("labels: [wett] are not among the 3 labels. Did you mean 'wet'?");
  }

  @Test
  void labelsAreThoseOfTheTrainingDataSorted() {
    MultiLabelPlugin plugin = new MultiLabelPlugin();
    List<Map<String, String>> rows =
        List.of(Map.of("labels", "wet|dark"), Map.of("labels", "none"), Map.of("labels", "cold"));
    assertThat(plugin.resolve(MultiLabelConfig.DEFAULT, rows).labels())
        .containsExactly("cold", "dark", "wet");
    assertThatThrownBy(
            () -> plugin.resolve(MultiLabelConfig.DEFAULT, List.of(Map.of("labels", "none"))))
        .isInstanceOf(InvalidSpecException.class);
  }

  @Test
  void theLossIsTheMeanOverTheLabelsAndNeverInfinite() {
    TargetArray target =
        TargetArray.of(
            manager.create(new float[][] {{1, 0, 0}, {0, 1, 0}}),
            manager.create(new float[] {1, 1}));
    float[] losses =
        new BinaryCrossEntropy()
            .perElement(
                manager.create(new float[][] {{0, 0, 0}, {500, 500, -500}}), target, Map.of())
            .toFloatArray();
    assertThat(losses[0]).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(losses[1]).isCloseTo(500 / 3f, within(1e-3f));
  }

  /** Logits and truth of four samples; the second label holds for none. */
  private TargetArray truth() {
    return TargetArray.of(
        manager.create(new float[][] {{1, 0}, {0, 0}, {1, 0}, {0, 0}, {1, 1}}),
        manager.create(new float[] {1, 1, 1, 1, 0}));
  }

  private NDArray logits() {
    return manager.create(new float[][] {{3, -2}, {2, 1}, {1, -2}, {-1, -2}, {9, 9}});
  }

  private double value(String name, HeadOutput output) {
    Metric.Accumulator metric =
        output.metrics().stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElseThrow()
            .start();
    metric.add(logits(), truth());
    return metric.value();
  }

  private static MultiLabelHead two() {
    return new MultiLabelHead(MultiLabelConfig.DEFAULT.withLabels(List.of("wet", "dark")));
  }

  /**
   * Ranked by the first label: right, wrong, right, wrong, so its average precision is (1 + 2/3) /
   * 2; the second label does not count. By sample instead of label it would be another number.
   */
  @Test
  void averagePrecisionIsOfLabelsOverSamples() {
    assertThat(value("meanAveragePrecision", two())).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
  }

  /**
   * At 0.5 the first label is predicted for three samples, twice rightly; the second once, wrongly.
   */
  @Test
  void f1IsOfThresholdedLabels() {
    assertThat(value("macroF1", two())).isCloseTo((2 * 2 / 5.0 + 0) / 2, within(1e-12));
    assertThat(value("microF1", two())).isCloseTo(2 * 2 / 6.0, within(1e-12));
  }

  @Test
  void equalScoresMakeOneThreshold() {
    Metric.Accumulator metric = two().metrics().get(0).start();
    metric.add(manager.create(new float[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}}), truth());
    assertThat(metric.value()).isCloseTo(0.5, within(1e-12));
    assertThat(metric.interval()).isPresent();
  }

  /** The best F1 of the first label is 4/5, from probability σ(1) on: halfway to σ(-1). */
  @Test
  void thresholdsAreChosenWhereF1IsLargest() {
    Calibration choice = two().calibration().orElseThrow();
    choice.add(logits(), truth());
    List<Double> chosen = choice.values();
    assertThat(chosen.get(0)).isCloseTo(0.5, within(1e-6));
    assertThat(chosen.get(1)).isEqualTo(0.5);
    HeadOutput strict = two().calibrated(List.of(0.9, 0.2));
    Prediction.AnyOf said = (Prediction.AnyOf) strict.render(new float[] {2, -1}, 2);
    assertThat(said.names()).containsExactly("dark");
    assertThat(said.scores().get("wet")).isCloseTo(0.880797, within(1e-6));
    assertThat(value("microF1", strict)).isCloseTo(2 * 1 / 4.0, within(1e-12));
    assertThatThrownBy(() -> two().calibrated(List.of(0.5)))
        .hasMessage("1 thresholds were kept for 2 labels");
  }
}
