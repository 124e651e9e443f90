package io.perceiver.bench.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelsBenchTest {

  @Test
  void setsEngineAndPlainKernelsSideBySide(@TempDir Path folder) throws IOException {
    Report report = KernelsBench.inThisJvm(Toy.model()).run(Toy.run(folder));
    assertThat(report.sections().get(0).tables().get(0).rows())
        .extracting(row -> row.get(0).text())
        .containsExactly(
            "cross-attends, forward",
            "cross-attends, training step",
            "latent transformers, forward",
            "latent transformers, training step");
    assertThat(folder.resolve("kernels-jmh.txt")).isNotEmptyFile();
  }
}
