package io.perceiver.internal.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import io.perceiver.head.ClassificationConfig;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClassificationHeadTest {
  private static final ClassificationHead ANIMALS =
      new ClassificationHead(
          ClassificationConfig.DEFAULT.withClasses(List.of("cat", "dog", "owl")));

  private static OptionalInt id(Map<String, String> row) {
    return ((Target.Id) ANIMALS.target()).reader().read(row);
  }

  @Test
  void aTargetIsTheIdOfItsClass() {
    assertThat(id(Map.of("label", "dog"))).hasValue(1);
  }

  @Test
  void aRowWithoutALabelHasNoTarget() {
    assertThat(id(Map.of("other", "dog"))).isEmpty();
    assertThat(id(Map.of("label", " "))).isEmpty();
    assertThat(ANIMALS.trueValue(Map.of("label", ""))).isEmpty();
  }

  @Test
  void anUnknownLabelIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> id(Map.of("label", "dgo")))
        .isInstanceOf(PerceiverException.class)
        .hasMessageStartingWith("label: 'dgo' is not one of the 3 classes [cat, dog, owl].")
        .hasMessageContaining("'dog'?");
  }

  @Test
  void aPredictionIsTheLargestOutputWithItsSoftmax() {
    float two = (float) Math.log(2);
    Prediction.OneOf prediction = (Prediction.OneOf) ANIMALS.render(new float[] {0, two, 0}, 3);
    assertThat(prediction.name()).isEqualTo("dog");
    assertThat(prediction.scores().keySet()).containsExactly("cat", "dog", "owl");
    assertThat(prediction.scores().get("cat")).isCloseTo(0.25, within(1e-6));
    assertThat(prediction.scores().get("dog")).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void largeOutputsDoNotOverflow() {
    Prediction.OneOf prediction =
        (Prediction.OneOf) ANIMALS.render(new float[] {1000, -1000, 999}, 3);
    assertThat(prediction.scores().get("cat")).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-6));
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
}
