package io.perceiver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamenessTest {
  private record Sound(float[][] samples, int rate) {}

  private static Sound sound(float sample) {
    return new Sound(new float[][] {{0, sample}, {2, 3}}, 8000);
  }

  @Test
  void arraysInsideRecordsAreCompared() {
    assertThat(Sameness.of(sound(1), sound(1))).isTrue();
    assertThat(Sameness.of(sound(1), sound(2))).isFalse();
    assertThat(Sameness.of(sound(1), new Sound(sound(1).samples(), 16000))).isFalse();
  }

  @Test
  void listsAndOptionalsAreLookedInto() {
    assertThat(Sameness.of(List.of(sound(1)), List.of(sound(1)))).isTrue();
    assertThat(Sameness.of(List.of(sound(1)), List.of(sound(1), sound(1)))).isFalse();
    assertThat(Sameness.of(Optional.of(sound(1)), Optional.of(sound(1)))).isTrue();
    assertThat(Sameness.of(Optional.of(sound(1)), Optional.empty())).isFalse();
  }

  @Test
  void buffersAreComparedWhole() {
    FloatBuffer read = FloatBuffer.wrap(new float[] {1, 2}).position(1);
    assertThat(Sameness.of(read, FloatBuffer.wrap(new float[] {1, 2}))).isTrue();
    assertThat(Sameness.of(read, FloatBuffer.wrap(new float[] {3, 2}))).isFalse();
  }

  @Test
  void allElseIsAskedItself() {
    assertThat(Sameness.of("a", "a")).isTrue();
    assertThat(Sameness.of("a", 1)).isFalse();
    assertThat(Sameness.of(new Object(), new Object())).isFalse();
    assertThat(Sameness.of(null, null)).isTrue();
    assertThat(Sameness.of(null, "a")).isFalse();
  }
}
