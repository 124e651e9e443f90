package io.perceiver.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryPageTest {
  private static final String REPORT =
      """
      {"format": 1, "bench": "toy", "title": "A toy", "summary": "It takes 3 ms.",
       "environment": {"cpu": "Some CPU", "cores": 2, "threads": 1, "system": "An OS",
         "variables": {"GOMP_SPINCOUNT": "5000", "OMP_NUM_THREADS": "1"},
         "jvm": "A JVM", "versions": {"engine": "PyTorch", "revision": "abc"}},
       "matrixProductPeak": {"gflops": {"median": 123.4}},
       "settings": {"model": "small", "batch": "4"}}
      """;

  @TempDir Path folder;

  @Test
  void tellsWhatEveryReportFoundAndLinksToIt() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("speed").resolve("toy"));
    Files.writeString(deep.resolve("toy.json"), REPORT);
    Files.writeString(deep.resolve("other.json"), "{\"a\": 1}");
    Path page = folder.resolve("speed.md");
    SummaryPage.of("Speed", folder.resolve("speed")).write(page);
    assertThat(page)
        .content()
        .startsWith("# Speed\n")
        .contains(
            "## A toy",
            "*model: small; batch: 4; OMP_NUM_THREADS=1*",
            "It takes 3 ms. Matrix-product peak of the run: 123 GFLOP/s.",
            "(speed/toy/toy.md)",
            "- Some CPU, 2 cores, 1 threads; An OS; A JVM; PyTorch; revision abc");
  }

  @Test
  void aFolderWithoutReportsIsSaid() {
    assertThatThrownBy(() -> SummaryPage.of("Speed", folder))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("no bench has left a report");
  }
}
