package io.perceiver.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.bench.Toy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixPeakTest {
  private final MatrixPeak peak =
      new MatrixPeak(Toy.run(Path.of("unused")).compute(), List.of(8, 64));

  @Test
  void knowsNothingBeforeItWasSampled() {
    assertThat(peak.best()).isEmpty();
  }

  @Test
  void completesToThreeSamplesOfEachSizeAndKeepsTheBest() {
    peak.sample();
    peak.complete();
    Peak best = peak.best().orElseThrow();
    assertThat(best.side()).isIn(8, 64);
    assertThat(best.flops().count()).isEqualTo(3);
    assertThat(best.flops().median()).isPositive();
  }
}
