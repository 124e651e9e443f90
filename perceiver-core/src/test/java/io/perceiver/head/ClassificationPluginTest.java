package io.perceiver.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationPluginTest {
  private final ClassificationPlugin plugin = new ClassificationPlugin();

  private static List<Map<String, String>> rows(String... labels) {
    return Arrays.stream(labels).map(label -> Map.of("label", label)).toList();
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(
            () ->
                plugin.resolve(
                    plugin.defaults().with(c -> c.column = "lable"),
                    List.of(Map.of("label", "owl", "age", " "))))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(
            "column: no training example has a value in the column 'lable'; they have values in"
                + " [label]. Did you mean 'label'?");
  }

  @Test
  void classesAreThoseOfTheTrainingDataSorted() {
    assertThat(plugin.resolve(plugin.defaults(), rows("owl", "cat", "", "owl", "dog")).classes())
        .containsExactly("cat", "dog", "owl");
  }

  @Test
  void namedAndCountedClassesStayAsTheyAre() {
    ClassificationConfig named = plugin.defaults().withClasses(List.of("yes", "no"));
    assertThat(plugin.resolve(named, rows("maybe")).classes()).containsExactly("yes", "no");
    ClassificationConfig counted = plugin.defaults().withClassCount(2);
    assertThat(plugin.resolve(counted, rows()).classes()).containsExactly("0", "1");
  }

  @Test
  void dataOfOneClassIsRefused() {
    assertThatThrownBy(() -> plugin.resolve(plugin.defaults(), rows("owl", "owl")))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("column 'label' of the training data names [owl]")
        .hasMessageContaining("at least 2 classes");
  }

  @Test
  void aBadConfigurationIsRefusedWithEveryMistake() {
    List<String> twice = List.of("owl", "owl");
    assertThatThrownBy(
            () ->
                new ClassificationConfig(" ", twice, -1, true, false, 1, false, List.of(-1.0), -1))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("column: ")
        .hasMessageContaining("classes: [owl, owl] is not allowed")
        .hasMessageContaining("classCount: -1 is not allowed")
        .hasMessageContaining("labelSmoothing: 1.0 is not allowed")
        .hasMessageContaining("classWeights: 1 weights is not allowed")
        .hasMessageContaining("classWeights: [-1.0] is not allowed")
        .hasMessageContaining("focal: -1.0 is not allowed");
  }

  @Test
  void itReadsTheColumnThatNamesTheClass() {
    ClassificationConfig config =
        new ClassificationConfig("kind", List.of(), 2, true, false, 0, false, List.of(), 0);
    assertThat(plugin.columns(config)).containsExactly("kind");
  }

  /** 6 examples of 3 classes: 3 owls count 6 / (3 · 3), a cat and the unseen class more. */
  @Test
  void balancedClassesCountTheMoreTheRarerTheyAre() {
    ClassificationConfig balanced =
        new ClassificationConfig("label", List.of(), 0, true, false, 0, true, List.of(), 0);
    ClassificationConfig resolved =
        plugin.resolve(balanced, rows("owl", "owl", "owl", "cat", "dog", "dog", ""));
    assertThat(resolved.classes()).containsExactly("cat", "dog", "owl");
    assertThat(resolved.classWeights()).containsExactly(2.0, 1.0, 6 / 9.0);
    assertThat(plugin.resolve(resolved, rows("yak")).classWeights())
        .isEqualTo(resolved.classWeights());
  }
}
