package io.perceiver.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("audio", "image", "pointcloud", "id");

  @Test
  void countsEditsAndSwapsOfNeighbours() {
    assertThat(Nearest.distance("", "")).isZero();
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("abc", "acb")).isEqualTo(1);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("ca", "abc")).isEqualTo(3);
  }

  @Test
  void namesWhatWasMeant() {
    assertThat(Nearest.of("pointclod", KNOWN)).contains("pointcloud");
    assertThat(Nearest.of("iamge", KNOWN)).contains("image");
    assertThat(Nearest.of("Audio", KNOWN)).contains("audio");
    assertThat(Nearest.question("imge", KNOWN)).isEqualTo(" Did you mean 'image'?");
  }

  @Test
  void saysNothingWhereNothingIsNear() {
    assertThat(Nearest.of("video", KNOWN)).isEmpty();
    assertThat(Nearest.of("x", KNOWN)).isEmpty();
    assertThat(Nearest.of("", List.of())).isEmpty();
    assertThat(Nearest.question("zebra", KNOWN)).isEmpty();
  }

  @Test
  void takesTheFirstOfEquallyNearNames() {
    assertThat(Nearest.of("labe", List.of("label", "labex"))).contains("label");
    assertThat(Nearest.of("labe", List.of("labex", "label"))).contains("labex");
  }
}
