package io.perceiver.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.InvalidSpecException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AveragingConfigTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void nothingIsAveragedUnlessAskedFor() {
    assertThat(TrainingConfig.DEFAULT.averaging().type()).isEqualTo(Averaging.NONE);
  }

  @Test
  void aWarmUpForgetsTheFirstWeightsSoon() {
    AveragingConfig config = new AveragingConfig(Averaging.EMA, 0.99, true);
    assertThat(config.decayAt(1)).isCloseTo(2.0 / 11, EXACT);
    assertThat(config.decayAt(90)).isCloseTo(0.91, EXACT);
    assertThat(config.decayAt(890)).isCloseTo(0.99, EXACT);
    assertThat(config.decayAt(100_000)).isEqualTo(0.99);
  }

  @Test
  void withoutItEveryStepDecaysAlike() {
    AveragingConfig config = new AveragingConfig(Averaging.EMA, 0.99, false);
    assertThat(config.decayAt(1)).isEqualTo(0.99);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void aDecayThatForgetsAllOrNothingIsRefused(double decay) {
    assertThatThrownBy(() -> new AveragingConfig(Averaging.EMA, decay, true))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("decay: " + decay + " is not allowed; allowed: from 0 to below 1");
  }
}
