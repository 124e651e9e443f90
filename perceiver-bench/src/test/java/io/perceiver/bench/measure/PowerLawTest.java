package io.perceiver.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.PerceiverException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PowerLawTest {

  @Test
  void findsTheExponentOfExactPoints() {
    PowerLaw law = PowerLaw.through(Map.of(1.0, 3.0, 2.0, 12.0, 4.0, 48.0));
    assertThat(law.exponent()).isCloseTo(2, within(1e-12));
    assertThat(law.factor()).isCloseTo(3, within(1e-12));
    assertThat(law.standardError()).isCloseTo(0, within(1e-7));
    assertThat(law.at(10)).isCloseTo(300, within(1e-9));
  }

  @Test
  void weighsPointsByTheirLogarithms() {
    // log y is 0, 1, 0 at log x of 0, 1, 2: the line through the middle is flat
    PowerLaw law = PowerLaw.through(Map.of(1.0, 1.0, Math.E, Math.E, Math.E * Math.E, 1.0));
    assertThat(law.exponent()).isCloseTo(0, within(1e-12));
    assertThat(law.factor()).isCloseTo(Math.exp(1.0 / 3), within(1e-12));
  }

  @Test
  void refusesASinglePointAndPointsWithoutLogarithm() {
    assertThatThrownBy(() -> PowerLaw.through(Map.of(1.0, 1.0)))
        .isInstanceOf(PerceiverException.class);
    assertThatThrownBy(() -> PowerLaw.through(Map.of(1.0, 0.0, 2.0, 1.0)))
        .isInstanceOf(PerceiverException.class);
  }
}
