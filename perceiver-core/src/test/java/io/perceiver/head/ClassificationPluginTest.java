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
  void classesAreThoseOfTheTrainingDataSorted() {
    assertThat(plugin.resolve(plugin.defaults(), rows("owl", "cat", "", "owl", "dog")).classes())
        .containsExactly("cat", "dog", "owl");
  }

  @Test
  void namedAndCountedClassesStayAsTheyAre() {
    ClassificationConfig named = plugin.defaults().withClasses(List.of("yes", "no"));
    assertThat(plugin.resolve(named, rows("maybe")).classes()).containsExactly("yes", "no");
    ClassificationConfig counted = new ClassificationConfig("label", List.of(), 2, true, false, 0);
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
    assertThatThrownBy(() -> new ClassificationConfig(" ", twice, -1, true, false, 1))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("column: ")
        .hasMessageContaining("classes: [owl, owl] is not allowed")
        .hasMessageContaining("classCount: -1 is not allowed")
        .hasMessageContaining("labelSmoothing: 1.0 is not allowed");
  }

  @Test
  void itReadsTheColumnThatNamesTheClass() {
    ClassificationConfig config = new ClassificationConfig("kind", List.of(), 2, true, false, 0);
    assertThat(plugin.columns(config)).containsExactly("kind");
  }
}
