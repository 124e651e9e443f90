package io.perceiver.bench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.PerceiverException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {

  @Test
  void threeValuesHaveTheIntervalOfStudentsTable() {
    MeanInterval interval = MeanInterval.of(List.of(1.0, 2.0, 3.0));
    assertThat(interval.mean()).isEqualTo(2);
    // t of 2 degrees of freedom at 97.5 % is 4.3027; the standard error is 1/√3
    assertThat(interval.halfWidth()).isCloseTo(4.3027 / Math.sqrt(3), within(1e-4));
    assertThat(interval.words()).isEqualTo("2.00 ± 2.48");
    assertThat(interval.signed()).isEqualTo("+2.00 ± 2.48");
  }

  @Test
  void oneValueHasNoInterval() {
    MeanInterval single = MeanInterval.of(List.of(81.25));
    assertThat(single.words()).isEqualTo("81.25 (one seed)");
    assertThat(single.drawnHalfWidth()).isZero();
  }

  @Test
  void noValueIsAnError() {
    assertThatThrownBy(() -> MeanInterval.of(List.of())).isInstanceOf(PerceiverException.class);
  }

  @Test
  void gainsAreTakenSeedBySeed() {
    Sample better = new Sample("a", "", List.of(trial(1, 0.9), trial(2, 0.7)));
    Sample worse = new Sample("b", "", List.of(trial(1, 0.8), trial(2, 0.6)));
    assertThat(better.gainOver(worse).mean()).isCloseTo(10, within(1e-9));
    assertThat(better.gainOver(worse).halfWidth()).isCloseTo(0, within(1e-9));
    assertThat(better.test().halfWidth()).isGreaterThan(10);
  }

  private static Trial trial(long seed, double test) {
    return new Trial("key", seed, null, test, test, 1, 1);
  }
}
