package io.perceiver.internal.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import io.perceiver.api.head.TargetArray;
import io.perceiver.head.RegressionConfig;
import io.perceiver.head.RegressionLossKind;
import io.perceiver.head.RegressionPlugin;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegressionHeadTest {
  private static final RegressionConfig SIZES =
      new RegressionConfig(
          List.of("width", "height"),
          "cm",
          RegressionLossKind.L2,
          1,
          true,
          List.of(10.0, 100.0),
          List.of(2.0, 50.0));
  private static final RegressionHead HEAD = new RegressionHead(SIZES);
  private static final RegressionPlugin PLUGIN = new RegressionPlugin();

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static boolean read(Map<String, String> row, FloatBuffer target) {
    return ((Target.Numbers) HEAD.target()).reader().read(row, target);
  }

  @Test
  void aTargetIsTheNumbersOfTheRow() {
    FloatBuffer target = FloatBuffer.allocate(2);
    assertThat(read(Map.of("width", " 3 ", "height", "-0.25"), target)).isTrue();
    // in standard deviations from the mean
    assertThat(target.array()).containsExactly(-3.5f, -100.25f / 50);
    assertThat(read(Map.of("depth", "1", "width", " "), FloatBuffer.allocate(2))).isFalse();
  }

  /** Seconds of our days are beyond what a float32 can tell apart. */
  @Test
  void largeNumbersKeepTheirDifferences() {
    double start = 1.7e9;
    RegressionHead head =
        new RegressionHead(
            RegressionConfig.DEFAULT.with(
                c -> {
                  c.columns = List.of("time");
                  c.means = List.of(start + 2);
                  c.deviations = List.of(1.0);
                }));
    FloatBuffer target = FloatBuffer.allocate(1);
    ((Target.Numbers) head.target())
        .reader()
        .read(Map.of("time", String.valueOf((long) start + 3)), target);
    assertThat(target.get(0)).isEqualTo(1);
    Prediction.Numbers said = (Prediction.Numbers) head.render(new float[] {1}, 1);
    assertThat(said.values().get("time")).isEqualTo(start + 3);
  }

  @Test
  void whatIsNotANumberOrHalfThereIsRefused() {
    FloatBuffer target = FloatBuffer.allocate(2);
    assertThatThrownBy(() -> read(Map.of("width", "wide", "height", "1"), target))
        .isInstanceOf(PerceiverException.class)
        .hasMessageStartingWith("width: 'wide' is not a number");
    assertThatThrownBy(() -> read(Map.of("width", "NaN", "height", "1"), target))
        .hasMessageStartingWith("width: 'NaN' is not a number");
    assertThatThrownBy(() -> read(Map.of("width", "3"), target))
        .hasMessageStartingWith("height: is empty while other columns of the head are not");
  }

  @Test
  void meansAndDeviationsAreThoseOfTheTrainingData() {
    RegressionConfig open = RegressionConfig.DEFAULT;
    RegressionConfig resolved =
        PLUGIN.resolve(
            open, List.of(Map.of("value", "1"), Map.of("value", "3"), Map.of("value", "")));
    assertThat(resolved.means()).containsExactly(2.0);
    assertThat(resolved.deviations()).containsExactly(1.0);
    assertThat(PLUGIN.resolve(resolved, List.of())).isEqualTo(resolved);
    assertThatThrownBy(
            () -> PLUGIN.resolve(open, List.of(Map.of("value", "3"), Map.of("value", "3"))))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("all of them 3.0");
    assertThatThrownBy(() -> new RegressionHead(open))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("means and deviations are not known");
  }

  @Test
  void aPredictionIsInTheUnitsOfTheData() {
    Prediction.Numbers said = (Prediction.Numbers) HEAD.render(new float[] {0.5f, -1}, 2);
    assertThat(said.values()).containsExactly(Map.entry("width", 11.0), Map.entry("height", 50.0));
    assertThat(said.summary()).isEqualTo("width 11.0000 cm, height 50.0000 cm");
  }

  private float loss(RegressionLossKind kind) {
    RegressionLoss loss = new RegressionLoss(kind, 1);
    TargetArray target =
        TargetArray.of(manager.create(new float[][] {{1}}), manager.create(new float[] {1}));
    return loss.perElement(manager.create(new float[][] {{-2}}), target, Map.of())
        .toFloatArray()[0];
  }

  @Test
  void lossesAreOfErrorsInStandardDeviations() {
    assertThat(loss(RegressionLossKind.L1)).isCloseTo(3, within(1e-6f));
    assertThat(loss(RegressionLossKind.L2)).isCloseTo(9, within(1e-6f));
    assertThat(loss(RegressionLossKind.HUBER)).isCloseTo(0.5f + 2, within(1e-6f));
  }

  /** Widths 12 and 8 are said to be 14 and 8, heights 200 and 0 to be 150 and 0. */
  @Test
  void figuresAreInTheUnitsOfTheData() {
    Map<String, Metric.Accumulator> metrics = new LinkedHashMap<>();
    HEAD.metrics().forEach(metric -> metrics.put(metric.name(), metric.start()));
    assertThat(metrics.keySet())
        .containsExactly(
            "mae",
            "rmse",
            "r2",
            "width.mae",
            "width.rmse",
            "width.r2",
            "height.mae",
            "height.rmse",
            "height.r2");
    metrics.values().forEach(metric -> assertThat(metric.value()).isNaN());
    TargetArray target =
        TargetArray.of(
            manager.create(new float[][] {{1, 2}, {-1, -2}, {1, 1}}),
            manager.create(new float[] {1, 1, 0}));
    metrics
        .values()
        .forEach(
            metric -> metric.add(manager.create(new float[][] {{2, 1}, {-1, -2}, {9, 9}}), target));
    assertThat(metrics.get("width.mae").value()).isCloseTo(1, within(1e-6));
    assertThat(metrics.get("height.mae").value()).isCloseTo(25, within(1e-4));
    assertThat(metrics.get("mae").value()).isCloseTo(13, within(1e-4));
    assertThat(metrics.get("width.rmse").value()).isCloseTo(Math.sqrt(2), within(1e-6));
    assertThat(metrics.get("width.r2").value()).isCloseTo(1 - 4 / 8.0, within(1e-6));
    assertThat(metrics.get("height.r2").value()).isCloseTo(1 - 2500 / 20000.0, within(1e-6));
    assertThat(metrics.get("width.mae").interval()).isPresent();
    assertThat(metrics.get("mae").interval()).isEmpty();
  }
}
