package io.perceiver.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.PerceiverException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void medianAndQuartilesOfFiveValuesAreThreeOfThem() {
    assertThat(Spread.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0))).isEqualTo(new Spread(3, 2, 4, 1, 5, 5));
  }

  @Test
  void betweenValuesItInterpolates() {
    Spread spread = Spread.of(List.of(1.0, 2.0, 3.0, 4.0));
    assertThat(spread.median()).isCloseTo(2.5, within(1e-12));
    assertThat(spread.lowerQuartile()).isCloseTo(1.75, within(1e-12));
    assertThat(spread.upperQuartile()).isCloseTo(3.25, within(1e-12));
  }

  @Test
  void oneValueHasNoSpread() {
    assertThat(Spread.of(List.of(2.0))).isEqualTo(new Spread(2, 2, 2, 2, 2, 1));
  }

  @Test
  void aRateKeepsItsQuartilesInOrder() {
    Spread rate = Spread.of(List.of(1.0, 2.0, 4.0)).map(seconds -> 8 / seconds);
    assertThat(rate.median()).isEqualTo(4);
    assertThat(rate.smallest()).isEqualTo(2);
    assertThat(rate.largest()).isEqualTo(8);
    assertThat(rate.lowerQuartile()).isLessThan(rate.upperQuartile());
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(PerceiverException.class);
  }
}
