package io.perceiver.internal.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.TargetArray;
import io.perceiver.head.ClassificationConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassMetricsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private void add(Metric.Accumulator metric, float[][] scores, long[] ids, float... weights) {
    metric.add(
        manager.create(scores), TargetArray.of(manager.create(ids), manager.create(weights)));
  }

  @Test
  void accuracyIsTheShareOfLargestScoresAtTheirClass() {
    Metric.Accumulator accuracy = new Accuracy().start();
    assertThat(accuracy.value()).isNaN();
    assertThat(accuracy.interval()).isEmpty();
    add(accuracy, new float[][] {{0, 2, 1}, {3, 2, 1}}, new long[] {1, 2}, 1, 1);
    add(accuracy, new float[][] {{0, 0, 1}, {9, 0, 0}}, new long[] {2, 2}, 1, 0);
    assertThat(accuracy.value()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(accuracy.interval()).isPresent();
    assertThat(new Accuracy().higherIsBetter()).isTrue();
  }

  @Test
  void accuracyOfElementsLeavesOutPadding() {
    Metric.Accumulator accuracy = new Accuracy().start();
    accuracy.add(
        manager.create(new float[] {1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0}).reshape(2, 3, 2),
        new TargetArray(
            manager.create(new float[] {0, 1, 1, 1, 1, 1}).reshape(2, 3, 1),
            null,
            manager.create(new boolean[] {true, true, false, true, true, true}).reshape(2, 3),
            manager.create(new float[] {1, 1})));
    assertThat(accuracy.value()).isCloseTo(3.0 / 5, within(1e-12));
    assertThat(accuracy.interval()).isEmpty();
  }

  @Test
  void theMetricsBesideAccuracyWeighEveryClassAlike() {
    Map<String, Metric.Accumulator> metrics = new LinkedHashMap<>();
    new ClassificationHead(ClassificationConfig.DEFAULT.withClasses(List.of("cat", "dog", "owl")))
        .metrics()
        .forEach(metric -> metrics.put(metric.name(), metric.start()));
    assertThat(metrics.keySet()).containsExactly("accuracy", "meanClassAccuracy", "macroF1");
    metrics.values().forEach(metric -> assertThat(metric.value()).isNaN());
    float[][] cats = {{9, 0, 0}, {9, 0, 0}, {9, 0, 0}, {9, 0, 0}};
    metrics.values().forEach(m -> add(m, cats, new long[] {0, 0, 0, 1}, 1, 1, 1, 1));
    assertThat(metrics.get("accuracy").value()).isCloseTo(3 / 4.0, within(1e-12));
    assertThat(metrics.get("meanClassAccuracy").value()).isCloseTo(1 / 2.0, within(1e-12));
    assertThat(metrics.get("macroF1").value()).isCloseTo((6 / 7.0 + 0) / 2, within(1e-12));
  }
}
