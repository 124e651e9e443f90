package io.perceiver.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Example;
import io.perceiver.api.MemorySource;
import io.perceiver.api.SourceRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModalitySubsetTest {
  private static final Example BOTH =
      new Example("e", "test", Map.of("label", "a"), Map.of("image", source(), "audio", source()));

  private static SourceRecord source() {
    return SourceRecord.whole(new MemorySource("memory", new byte[0]));
  }

  private static List<String> names(String... modalities) {
    return ModalitySubset.toCompare(List.of(modalities)).stream()
        .map(ModalitySubset::toString)
        .toList();
  }

  @Test
  void threeModalitiesHaveSevenSubsetsBySizeAndName() {
    assertThat(names("touch", "image", "audio"))
        .containsExactly(
            "audio",
            "image",
            "touch",
            "audio + image",
            "audio + touch",
            "image + touch",
            "audio + image + touch");
  }

  @Test
  void ofFourAllFifteenAreCompared() {
    assertThat(names("a", "b", "c", "d")).hasSize(15).startsWith("a").endsWith("a + b + c + d");
  }

  @Test
  void ofMoreEachAloneAllButEachAndAll() {
    assertThat(names("a", "b", "c", "d", "e"))
        .containsExactly(
            "a",
            "b",
            "c",
            "d",
            "e",
            "a + b + c + d",
            "a + b + c + e",
            "a + b + d + e",
            "a + c + d + e",
            "b + c + d + e",
            "a + b + c + d + e");
  }

  @Test
  void aShorterNameComesFirst() {
    assertThat(names("ab", "a")).containsExactly("a", "ab", "a + ab");
  }

  @Test
  void oneModalityHasNothingToCompare() {
    assertThat(names("image")).isEmpty();
  }

  @Test
  void showsAnExampleWithoutTheOthers() {
    Example shown = ModalitySubset.of(List.of("audio")).show(BOTH);
    assertThat(shown.sources()).containsOnlyKeys("audio");
    assertThat(shown.id()).isEqualTo("e");
    assertThat(shown.columns()).isEqualTo(BOTH.columns());
  }

  @Test
  void isInAnExampleThatHasAllOfIt() {
    assertThat(ModalitySubset.of(List.of("audio", "image")).isIn(BOTH)).isTrue();
    assertThat(ModalitySubset.of(List.of("audio", "touch")).isIn(BOTH)).isFalse();
  }

  @Test
  void nothingIsNoSubset() {
    assertThatThrownBy(() -> ModalitySubset.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
