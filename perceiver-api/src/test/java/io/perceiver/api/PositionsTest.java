package io.perceiver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PositionsTest {

  @Test
  void gridIncludesBothEndsWithTheFirstAxisSlowest() {
    assertThat(Positions.grid(2, 3).values())
        .containsExactly(-1, -1, -1, 0, -1, 1, 1, -1, 1, 0, 1, 1);
  }

  @Test
  void axisOfOneElementLiesAtMinusOne() {
    assertThat(Positions.grid(1, 2).values()).containsExactly(-1, -1, -1, 1);
  }

  @Test
  void gridIsSymmetricToTheLastBit() {
    float[] line = Positions.grid(7).values();
    for (int i = 0; i < line.length; i++) {
      assertThat(line[i]).isEqualTo(-line[line.length - 1 - i]);
    }
  }

  @Test
  void sensorsKeepTheirPlacesAndAreNoGrid() {
    float[] given = {0.5f, -0.5f, 0.25f, 1};
    Positions sensors = Positions.of(given, 2);
    given[0] = 9;
    assertThat(sensors.values()).containsExactly(0.5f, -0.5f, 0.25f, 1);
    assertThat(sensors.count()).isEqualTo(2);
    assertThat(sensors.isGrid()).isFalse();
  }

  @Test
  void everyImpossibleAxisIsNamed() {
    assertThatThrownBy(() -> Positions.grid(0, 3, -1))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("grid.axis 0: 0 is not allowed; allowed: at least 1")
        .hasMessageContaining("grid.axis 2: -1 is not allowed");
  }

  @Test
  void specRefusesPositionsOfAnotherCount() {
    assertThatThrownBy(
            () -> new ByteArraySpec(5, 1, 1, java.util.Optional.of(Positions.grid(4)), "sample"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("4 × 1")
        .hasMessageContaining("5 × 1");
  }
}
