package io.perceiver.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.bench.measure.Spread;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CellTest {

  @Test
  void aMeasurementShowsMedianUnitAndQuartiles() {
    assertThat(Cell.milliseconds(Spread.of(List.of(0.1, 0.2, 0.3))).text())
        .isEqualTo("200 ms (150–250)");
  }

  @Test
  void aSingleValueHasNoQuartilesToShow() {
    assertThat(Cell.ratio(Spread.of(List.of(2.345))).text()).isEqualTo("2.35 ×");
  }

  @Test
  void numbersKeepTheDigitsThatCount() {
    assertThat(Cell.of(1234567, "").text()).isEqualTo("1,234,567");
    assertThat(Cell.of(12.345, "").text()).isEqualTo("12.3");
    assertThat(Cell.of(0.0012345, "").text()).isEqualTo("0.00123");
  }

  @Test
  void unknownMemorySaysSo() {
    assertThat(Cell.bytes(OptionalLong.empty()).text()).isEqualTo("unknown");
    assertThat(Cell.bytes(OptionalLong.of(3 << 20)).text()).isEqualTo("3 MiB");
  }
}
