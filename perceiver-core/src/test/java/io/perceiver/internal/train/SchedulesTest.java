package io.perceiver.internal.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.train.Schedule;
import io.perceiver.train.ScheduleConfig;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final int TOTAL = 100;

  private static double at(ScheduleConfig config, long step) {
    Schedule schedule = Objects.requireNonNull(Schedules.all().get(config.type())).create(config);
    return schedule.factor(new Schedule.Progress(step, TOTAL, step / 10.0));
  }

  @Test
  void constantStaysAtOne() {
    ScheduleConfig config = new ScheduleConfig("constant", 0, List.of(), 0.1, 0, 0);
    assertThat(at(config, 0)).isEqualTo(1);
    assertThat(at(config, 99)).isEqualTo(1);
  }

  @Test
  void stepMultipliesAtEveryMilestonePassed() {
    ScheduleConfig config = new ScheduleConfig("step", 0, List.of(2.0, 5.0), 0.1, 0, 0);
    assertThat(at(config, 19)).isEqualTo(1);
    assertThat(at(config, 20)).isCloseTo(0.1, EXACT);
    assertThat(at(config, 49)).isCloseTo(0.1, EXACT);
    assertThat(at(config, 50)).isCloseTo(0.01, EXACT);
  }

  @Test
  void cosineFallsFromOneToTheFloor() {
    ScheduleConfig config = new ScheduleConfig("cosine", 0, List.of(), 0.1, 0, 0);
    assertThat(at(config, 0)).isEqualTo(1);
    assertThat(at(config, 25)).isCloseTo((1 + Math.sqrt(0.5)) / 2, EXACT);
    assertThat(at(config, 50)).isCloseTo(0.5, EXACT);
    assertThat(at(config, 100)).isCloseTo(0, EXACT);
    ScheduleConfig floored = new ScheduleConfig("cosine", 0, List.of(), 0.1, 0, 0.2);
    assertThat(at(floored, 50)).isCloseTo(0.6, EXACT);
    assertThat(at(floored, 100)).isCloseTo(0.2, EXACT);
  }

  @Test
  void cosineStaysFlatForItsShare() {
    ScheduleConfig config = new ScheduleConfig("cosine", 0, List.of(), 0.1, 0.5, 0);
    assertThat(at(config, 50)).isEqualTo(1);
    assertThat(at(config, 75)).isCloseTo(0.5, EXACT);
    assertThat(at(config, 100)).isCloseTo(0, EXACT);
  }

  @Test
  void warmUpRisesLinearlyAndItsFirstStepAlreadyMoves() {
    ScheduleConfig config = new ScheduleConfig("constant", 4, List.of(), 0.1, 0, 0);
    assertThat(at(config, 0)).isCloseTo(0.2, EXACT);
    assertThat(at(config, 3)).isCloseTo(0.8, EXACT);
    assertThat(at(config, 4)).isEqualTo(1);
  }

  @Test
  void cosineBeginsWhereTheWarmUpEnds() {
    ScheduleConfig config = new ScheduleConfig("cosine", 20, List.of(), 0.1, 0, 0);
    assertThat(at(config, 20)).isEqualTo(1);
    assertThat(at(config, 60)).isCloseTo(0.5, EXACT);
  }
}
