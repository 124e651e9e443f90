package io.perceiver.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArrayAssertTest {

  @Test
  void theFirstDifferenceIsShownWithBothValuesAndTheTolerance() {
    assertThatThrownBy(
            () ->
                ArrayAssert.assertClose(
                    "content", new float[] {1, 2, 3}, new float[] {1.05f, 2.5f, 4}, 0.1))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("content: at index 1 of 3 expected 2.0, found 2.5; tolerance 0.1");
  }

  @Test
  void arraysOfDifferentLengthAreNotCompared() {
    assertThatThrownBy(() -> ArrayAssert.assertSame("content", new float[2], new float[3]))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("content: expected 2 numbers, found 3");
  }

  @Test
  void whatIsNoNumberIsNearToItselfOnly() {
    float[] none = {Float.NaN};
    assertThatCode(() -> ArrayAssert.assertClose("content", none, none.clone(), 1))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ArrayAssert.assertClose("content", none, new float[1], 1))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> ArrayAssert.assertClose("content", new float[1], none, 1))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theToleranceItselfIsAllowed() {
    assertThatCode(
            () -> ArrayAssert.assertClose("content", new float[] {1}, new float[] {1.5f}, 0.5))
        .doesNotThrowAnyException();
  }
}
