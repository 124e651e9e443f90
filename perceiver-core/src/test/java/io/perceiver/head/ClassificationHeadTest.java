package io.perceiver.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Metric;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Prediction;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationHeadTest {
  private static final ClassificationHead ANIMALS =
      new ClassificationHead(
          ClassificationConfig.DEFAULT.withClasses(List.of("cat", "dog", "owl")));

  @Test
  void aTargetIsOneAtItsClass() {
    FloatBuffer target = FloatBuffer.allocate(ANIMALS.targetSize());
    assertThat(ANIMALS.target(Map.of("label", "dog"), target)).isTrue();
    assertThat(target.array()).containsExactly(0, 1, 0);
  }

  @Test
  void aRowWithoutALabelHasNoTargetAndWritesNothing() {
    FloatBuffer target = FloatBuffer.allocate(3);
    assertThat(ANIMALS.target(Map.of("other", "dog"), target)).isFalse();
    assertThat(ANIMALS.target(Map.of("label", " "), target)).isFalse();
    assertThat(target.position()).isZero();
    assertThat(ANIMALS.trueValue(Map.of("label", ""))).isEmpty();
  }

  @Test
  void anUnknownLabelIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> ANIMALS.target(Map.of("label", "dgo"), FloatBuffer.allocate(3)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageStartingWith("label: 'dgo' is not one of the 3 classes [cat, dog, owl].")
        .hasMessageContaining("'dog'?");
  }

  @Test
  void aPredictionIsTheLargestOutputWithItsSoftmax() {
    float two = (float) Math.log(2);
    Prediction prediction = ANIMALS.render(new float[] {0, two, 0});
    assertThat(prediction.value()).isEqualTo("dog");
    assertThat(prediction.scores().keySet()).containsExactly("cat", "dog", "owl");
    assertThat(prediction.scores().get("cat")).isCloseTo(0.25, within(1e-6));
    assertThat(prediction.scores().get("dog")).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void largeOutputsDoNotOverflow() {
    assertThat(ANIMALS.render(new float[] {1000, -1000, 999}).scores().get("cat"))
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-6));
  }

  @Test
  void countedClassesAreNamedByNumber() {
    assertThat(ClassificationHead.of(3).classes()).containsExactly("0", "1", "2");
  }

  @Test
  void aHeadWithoutClassesIsRefused() {
    assertThatThrownBy(() -> new ClassificationHead(ClassificationConfig.DEFAULT))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("classes: none are known");
  }

  @Test
  void accuracyIsTheShareOfLargestOutputsAtTheLargestTarget() {
    Metric.Accumulator accuracy = new Accuracy().start();
    assertThat(accuracy.value()).isNaN();
    accuracy.add(new float[] {0, 2, 1}, new float[] {0, 1, 0});
    accuracy.add(new float[] {3, 2, 1}, new float[] {0, 0.3f, 0.7f});
    accuracy.add(new float[] {0, 0, 1}, new float[] {0, 0.3f, 0.7f});
    assertThat(accuracy.value()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(new Accuracy().higherIsBetter()).isTrue();
  }

  @Test
  void theMetricsBesideAccuracyWeighEveryClassAlike() {
    Map<String, Metric.Accumulator> metrics = new LinkedHashMap<>();
    ANIMALS.metrics().forEach(metric -> metrics.put(metric.name(), metric.start()));
    assertThat(metrics.keySet()).containsExactly("accuracy", "meanClassAccuracy", "macroF1");
    metrics.values().forEach(metric -> assertThat(metric.value()).isNaN());
    for (int i = 0; i < 3; i++) {
      metrics.values().forEach(m -> m.add(new float[] {9, 0, 0}, new float[] {1, 0, 0}));
    }
    metrics.values().forEach(m -> m.add(new float[] {9, 0, 0}, new float[] {0, 1, 0}));
    assertThat(metrics.get("accuracy").value()).isCloseTo(3 / 4.0, within(1e-12));
    assertThat(metrics.get("meanClassAccuracy").value()).isCloseTo(1 / 2.0, within(1e-12));
    assertThat(metrics.get("macroF1").value()).isCloseTo((6 / 7.0 + 0) / 2, within(1e-12));
  }
}
