package io.perceiver.bench.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.bench.BenchRun;
import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.subject.KindNetwork;
import io.perceiver.bench.subject.LayerKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RooflineBenchTest {

  @Test
  void reportsTheWholeAndEveryKindForwardAndBackward(@TempDir Path folder) {
    BenchRun run = Toy.run(folder);
    run.peak().complete();
    Report report = RooflineBench.with(Toy.model(), 2).run(run);
    List<List<Cell>> rows = report.sections().get(0).tables().get(0).rows();
    assertThat(rows).hasSize(2 * LayerKind.values().length);
    double forward = ((Cell.Amount) rows.get(0).get(3)).value();
    double training = ((Cell.Amount) rows.get(1).get(3)).value();
    // two cross-attends of 8 latents over 64 pixels of 3 + 10 channels, two examples: the kernels
    // read the pixels themselves and owe them no gradient
    double spared = 2 * 2 * (2.0 * 8 * 64 * 2 * 13) / 1e9;
    assertThat(training).isCloseTo(3 * forward - spared, within(1e-12));
  }

  @Test
  void kindsHaveTheModelsLayersAndNoOthers(@TempDir Path folder) {
    BenchRun run = Toy.run(folder);
    try (KindNetwork whole = network(LayerKind.WHOLE, run);
        KindNetwork cross = network(LayerKind.CROSS, run);
        KindNetwork latent = network(LayerKind.LATENT, run)) {
      assertThat(cross.modelFlops()).isLessThan(whole.modelFlops());
      assertThat(latent.modelFlops()).isLessThan(whole.modelFlops());
      // counted twice: the heads, and the one cross-attend over a single element
      assertThat(cross.modelFlops() + latent.modelFlops()).isGreaterThan(whole.modelFlops());
    }
  }

  private static KindNetwork network(LayerKind kind, BenchRun run) {
    return new KindNetwork(kind, Toy.model().read(), 1, run.seed(), run.compute());
  }
}
