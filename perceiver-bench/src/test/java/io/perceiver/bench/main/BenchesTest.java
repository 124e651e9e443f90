package io.perceiver.bench.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchesTest {

  /** Says that it ran. */
  private record Named(String name) implements Bench {
    @Override
    public String purpose() {
      return "nothing";
    }

    @Override
    public Report run(BenchRun run) {
      return Report.titled(name).build();
    }
  }

  @Test
  void holdsTheBenchesOfThisProjectByName() {
    assertThat(Benches.all().byName().keySet())
        .contains(
            "claims",
            "feeding",
            "kernels",
            "memory",
            "optimizer",
            "peer",
            "roofline",
            "scaling",
            "startup");
  }

  @Test
  void everyBenchSaysItsPurposeInOneLine() {
    assertThat(Benches.all().byName().values())
        .allSatisfy(bench -> assertThat(bench.purpose()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void refusesTwoOfOneName() {
    assertThatThrownBy(() -> new Benches(List.of(new Named("a"), new Named("a"))))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("'a'");
  }

  @Test
  void refusesNamesThatNoOneCanType() {
    assertThatThrownBy(() -> new Benches(List.of(new Named("Not so"))))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("Not so");
  }
}
