package io.perceiver.pointcloud.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyHeaderTest {
  private static final int SPACES = 2000;

  @ParameterizedTest
  @ValueSource(strings = {"2,3", "2, 3", " 2L , 3L , ", "2,3,"})
  void shapesOfAMatrixAreUnderstood(String shape) {
    assertThat(NpyHeader.MATRIX.matcher(shape).matches()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1%s2", "1,%s", "1,2%sx", "%s1,2,%s"})
  void aShapeIsLookedAtOnceHoweverManySpacesItHas(String shape) {
    Counted text = new Counted(shape.replace("%s", " ".repeat(SPACES)), new AtomicLong());

    NpyHeader.MATRIX.matcher(text).matches();

    assertThat(text.looks()).hasValueLessThan(8L * text.length());
  }

  @Test
  void shapesThatNeverEndAreLookedAtOnce() {
    Counted text = new Counted("'shape':(".repeat(SPACES), new AtomicLong());

    assertThat(NpyHeader.SHAPE.matcher(text).find()).isFalse();

    assertThat(text.looks()).hasValueLessThan(8L * text.length());
  }

  /** A text that counts how often one of its characters is looked at. */
  private record Counted(String text, AtomicLong looks) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks.incrementAndGet();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
