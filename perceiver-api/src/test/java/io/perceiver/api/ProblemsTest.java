package io.perceiver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void throwsOnceWithEverythingFound() {
    Problems problems = new Problems("image");
    problems.check(false, "height", -3, "at least 1");
    problems.check(true, "width", 4, "at least 1");
    problems.add("patch", "7 does not divide 32");
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "image.height: -3 is not allowed; allowed: at least 1",
                        "image.patch: 7 does not divide 32"));
  }

  @Test
  void keepsQuietWhereNothingIsWrong() {
    Problems problems = new Problems("image");
    assertThat(problems.check(true, "height", 3, "at least 1")).isTrue();
    problems.throwIfAny();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aRangeHoldsBothItsEnds() {
    Problems problems = new Problems("image");
    assertThat(problems.checkRange("height", 1, 1, 8)).isTrue();
    assertThat(problems.checkRange("height", 8, 1, 8)).isTrue();
    assertThat(problems.checkRange("height", 0, 1, 8)).isFalse();
    assertThat(problems.checkRange("height", 9, 1, 8)).isFalse();
    assertThat(problems.all())
        .containsExactly(
            "image.height: 0 is not allowed; allowed: 1 to 8",
            "image.height: 9 is not allowed; allowed: 1 to 8");
  }
}
