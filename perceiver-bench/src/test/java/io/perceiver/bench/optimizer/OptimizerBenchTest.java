package io.perceiver.bench.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimizerBenchTest {

  @Test
  void measuresEveryOptimiserAndTheShareOfAStep(@TempDir Path folder) throws IOException {
    Report report = OptimizerBench.with(Toy.model()).run(Toy.run(folder));
    assertThat(report.sections().get(0).tables().get(0).rows())
        .extracting(row -> row.get(0).text())
        .contains("clip (plain)", "adamw (plain)", "DJL's Adam")
        .anyMatch(name -> name.startsWith("lamb"))
        .anyMatch(name -> name.startsWith("sgd"));
    Cell.Measured share =
        (Cell.Measured) report.sections().get(1).tables().get(0).rows().get(0).get(1);
    assertThat(share.spread().smallest()).isPositive();
    assertThat(share.spread().largest()).isLessThan(100);
  }
}
