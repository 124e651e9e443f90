package io.perceiver.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.Toy;
import io.perceiver.bench.feeding.FeedingBench;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.subject.ModelOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingBenchTest {
  @TempDir private Path folder;

  @Test
  void measuresBothNetworksAtEverySize() throws IOException {
    BenchRun run = Toy.run(folder);
    Report report = ScalingBench.with(Toy.model(), List.of(4, 8), List.of(4)).run(run);
    List<List<Cell>> sizes = report.sections().get(1).tables().get(0).rows();
    assertThat(sizes)
        .extracting(row -> row.get(0).text() + " " + row.get(1).text())
        .containsExactly(
            "Perceiver, forward 4²",
            "Perceiver, forward 8²",
            "Perceiver, training step 4²",
            "Perceiver, training step 8²",
            "Transformer, forward 4²",
            "Transformer, training step 4²");
    assertThat(sizes).extracting(row -> row.get(3)).allMatch(Cell.Measured.class::isInstance);
  }

  @Test
  void fitsOnlySizesWithinBoundsThatRan() {
    List<ScalingPoint> points =
        List.of(point(1, 100.0), point(2, 16.0), point(4, 256.0), missing(8));
    assertThat(ScalingReport.fit(points, 2, 8).orElseThrow().exponent())
        .isCloseTo(2, within(1e-12));
    assertThat(ScalingReport.fit(points, 4, 8)).isEmpty();
  }

  @Test
  void saysWhyASizeIsMissing() {
    List<ScalingPoint> points = List.of(point(1, 1.0), point(2, 2.0), missing(8));
    Report report = new ScalingReport("a model", points).report();
    assertThat(report.sections().get(1).tables().get(0).rows().get(2).get(3).text())
        .isEqualTo("does not fit");
  }

  @Test
  void refusesAModelOfSeveralSenses() throws URISyntaxException {
    URL demo = Objects.requireNonNull(FeedingBench.class.getResource("demo.yaml"));
    ModelOptions several = ModelOptions.of(Path.of(demo.toURI()), null, List.of());
    assertThatThrownBy(() -> ScalingModel.sized(several, 8))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("pointcloud");
  }

  private static ScalingPoint point(int side, double seconds) {
    return new ScalingPoint(
        "Perceiver",
        false,
        side,
        (long) side * side,
        Optional.of(Spread.of(List.of(seconds))),
        OptionalLong.empty(),
        "");
  }

  private static ScalingPoint missing(int side) {
    return new ScalingPoint(
        "Perceiver",
        false,
        side,
        (long) side * side,
        Optional.empty(),
        OptionalLong.empty(),
        "does not fit");
  }
}
