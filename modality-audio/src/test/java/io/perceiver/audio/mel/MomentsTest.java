package io.perceiver.audio.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @Test
  void meanAndDeviationByHand() {
    // distances from 5: 3, 1, 1, 1, 0, 0, 2, 4, of whose squares the mean is 4
    Moments moments = Moments.of(new float[] {2, 4, 4, 4, 5, 5, 7, 9}, 0, 1);

    assertThat(moments.mean()).isEqualTo(5);
    assertThat(moments.sd()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void onlyTheSeriesCounts(int first) {
    float[] values = new float[3 * 5];
    Arrays.fill(values, 1000);
    for (int i = 0; i < 5; i++) {
      values[first + 3 * i] = i;
    }

    Moments moments = Moments.of(values, first, 3);

    assertThat(moments.mean()).isEqualTo(2);
    assertThat(moments.sd()).isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void smallDeviationsFarFromZeroAreNotLost() {
    float[] values = {-100, -99.99f, -100, -99.99f};
    double half = ((double) -99.99f + 100) / 2;

    Moments moments = Moments.of(values, 0, 1);

    assertThat(moments.sd()).isCloseTo(half, within(1e-9));
    assertThat(Moments.of(new float[] {-70.3f, -70.3f, -70.3f}, 0, 1).sd()).isZero();
  }
}
