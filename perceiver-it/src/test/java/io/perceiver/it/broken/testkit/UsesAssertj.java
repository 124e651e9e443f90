package io.perceiver.it.broken.testkit;

import org.assertj.core.api.Assertions;

public final class UsesAssertj {

  private UsesAssertj() {}

  public static void check(int number) {
    Assertions.assertThat(number).isPositive();
  }
}
