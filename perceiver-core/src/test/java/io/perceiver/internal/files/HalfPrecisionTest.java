package io.perceiver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPrecisionTest {

  @ParameterizedTest
  @CsvSource({
    "0000, 0x0p0",
    "3c00, 0x1p0",
    "c000, -0x2p0",
    "3555, 0x1.554p-2",
    "7bff, 65504",
    "0400, 0x1p-14",
    "0001, 0x1p-24",
    "8001, -0x1p-24",
    "03ff, 0x1.ff8p-15",
    "7c00, Infinity",
    "fc00, -Infinity"
  })
  void widensFloat16(String bits, float value) {
    assertThat(HalfPrecision.fromFloat16((short) Integer.parseInt(bits, 16))).isEqualTo(value);
  }

  @Test
  void keepsTheSignOfZeroAndNaN() {
    assertThat(1 / HalfPrecision.fromFloat16((short) 0x8000)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(HalfPrecision.fromFloat16((short) 0x7e00)).isNaN();
    assertThat(HalfPrecision.fromFloat16((short) 0xfc01)).isNaN();
    assertThat(HalfPrecision.fromBfloat16((short) 0x7fc0)).isNaN();
  }

  @Test
  void float16IsStrictlyIncreasingOverAllPositiveValues() {
    for (int bits = 1; bits <= 0x7c00; bits++) {
      float before = HalfPrecision.fromFloat16((short) (bits - 1));
      assertThat(HalfPrecision.fromFloat16((short) bits)).isGreaterThan(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3f80, 0x1p0",
    "c040, -0x1.8p1",
    "7f7f, 0x1.fep127",
    "0001, 0x1p-133",
    "8080, -0x1p-126",
    "7f80, Infinity"
  })
  void widensBfloat16(String bits, float value) {
    assertThat(HalfPrecision.fromBfloat16((short) Integer.parseInt(bits, 16))).isEqualTo(value);
  }
}
