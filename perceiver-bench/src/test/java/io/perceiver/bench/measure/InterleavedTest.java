package io.perceiver.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class InterleavedTest {
  private final List<String> calls = new ArrayList<>();

  private Workload noting(String name, long nanos) {
    return new Workload(
        name,
        () -> {
          calls.add(name);
          return nanos;
        });
  }

  @Test
  void everyRoundRunsEachWorkloadOnceAndBeginsWithAnother() {
    new Interleaved(new Pace(0, 2, 0))
        .add(noting("a", 1))
        .add(noting("b", 1))
        .run(() -> calls.add("|"));
    assertThat(calls).containsExactly("a", "b", "|", "b", "a", "|");
  }

  @Test
  void warmUpRoundsAreRunAndNotCounted() {
    Timings timings = new Interleaved(new Pace(3, 2, 0)).add(noting("a", 1)).run(() -> {});
    assertThat(calls).hasSize(5);
    assertThat(timings.of("a").count()).isEqualTo(2);
  }

  @Test
  void shortWorkIsRepeatedInItsTurnAndItsMeanCounts() {
    int[] call = {0};
    Workload growing =
        new Workload(
            "a",
            () -> {
              pause();
              return 1_000_000_000L * ++call[0];
            });
    long start = System.nanoTime();
    Timings timings = new Interleaved(new Pace(0, 1, 0.05)).add(growing).run(() -> {});
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
    assertThat(timings.of("a").median()).isEqualTo((call[0] + 1) / 2.0); // of 1, 2, ... call
  }

  private static void pause() {
    LockSupport.parkNanos(1_000_000);
  }

  @Test
  void aWorkloadMaySayWhichTimeCounts() {
    Timings timings =
        new Interleaved(new Pace(0, 3, 0)).add(noting("a", 2_000_000_000)).run(() -> {});
    assertThat(timings.of("a").median()).isEqualTo(2);
  }

  @Test
  void ratiosAreTakenWithinARound() {
    long[] slowMinute = {1, 10, 1};
    int[] round = {0, 0};
    Timings timings =
        new Interleaved(new Pace(0, 3, 0))
            .add(new Workload("ours", () -> 100 * slowMinute[round[0]++]))
            .add(new Workload("theirs", () -> 300 * slowMinute[round[1]++]))
            .run(() -> {});
    Spread ratio = timings.ratio("theirs", "ours");
    assertThat(ratio.smallest()).isEqualTo(ratio.largest()).isEqualTo(3);
  }

  @Test
  void refusesTwoWorkloadsOfOneName() {
    Interleaved turns = new Interleaved(new Pace(0, 1, 0)).add(noting("a", 1)).add(noting("a", 1));
    assertThatThrownBy(() -> turns.run(() -> {}))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("'a'");
  }

  @Test
  void namesTheWorkloadsThereAre() {
    Timings timings = new Interleaved(new Pace(0, 1, 0)).add(noting("a", 1)).run(() -> {});
    assertThatThrownBy(() -> timings.of("b"))
        .hasMessageContaining("'b'")
        .hasMessageContaining("[a]");
  }
}
