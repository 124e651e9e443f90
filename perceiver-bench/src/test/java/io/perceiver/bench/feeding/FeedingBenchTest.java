package io.perceiver.bench.feeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Report;
import io.perceiver.demo.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeedingBenchTest {

  @Test
  void comparesFilesWithMemoryAndReadsEveryModality(@TempDir Path folder) throws IOException {
    Report report = FeedingBench.onDemo(new Sizes(256, 0, 0), 1).run(Toy.run(folder));
    assertThat(report.sections().get(0).tables().get(0).rows())
        .hasSize(2); // first epochs and later ones
    assertThat(report.sections().get(1).tables().get(0).rows())
        .extracting(row -> row.get(1).text())
        .containsExactly("audio", "image", "pointcloud");
  }

  @Test
  void takesSeveralModelsEachWithItsData() {
    FeedingBench bench = new FeedingBench();
    new CommandLine(bench)
        .parseArgs(
            "--config",
            "a.yaml",
            "--data",
            "x",
            "--set",
            "seed=2",
            "--config",
            "b.yaml",
            "--data",
            "y");
    assertThat(bench.sources()).extracting(FeedingSource::name).containsExactly("a", "b");
  }
}
