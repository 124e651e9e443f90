package io.perceiver.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.describe.ModelDescription;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.run.ModelAssembler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryBenchTest {

  @Test
  void measuresEveryContenderInAProcessOfItsOwn(@TempDir Path folder) throws IOException {
    Report report = MemoryBench.with(Toy.model(), 2, 2).run(Toy.run(folder));
    List<List<Cell>> rows = peaks(report).rows();
    assertThat(rows)
        .extracting(row -> row.get(0).text())
        .containsExactly(
            "engine alone", "plain formula", "kernels", "kernels and activation checkpointing");
    assertThat(rows.subList(1, 4))
        .extracting(row -> row.get(4))
        .allMatch(Cell.Measured.class::isInstance);
  }

  @Test
  void sharesAreOfThePlainFormulasPeak() {
    Report report =
        report(
            measured(Contender.ENGINE, 100),
            measured(Contender.PLAIN, 1100),
            measured(Contender.KERNELS, 550),
            measured(Contender.CHECKPOINTED, 330));
    ResultTable peaks = peaks(report);
    assertThat(peaks.rows()).extracting(row -> row.get(2).text()).contains("1,000 MiB", "230 MiB");
    assertThat(peaks.rows())
        .extracting(row -> row.get(3).text())
        .containsExactly("", "100 %", "50 %", "30 %");
    assertThat(report.summary()).contains("50 %").contains("30 %");
  }

  @Test
  void saysWhichOneDoesNotFitAndStillTellsTheOthers() {
    Report report =
        report(
            measured(Contender.ENGINE, 100),
            MemoryPoint.missing(Contender.PLAIN, "does not fit in memory"),
            measured(Contender.KERNELS, 550),
            measured(Contender.CHECKPOINTED, 330));
    assertThat(report.summary()).isEqualTo("plain formula: does not fit in memory.");
    assertThat(peaks(report).rows())
        .extracting(row -> row.get(1).text())
        .containsExactly("100 MiB", "does not fit in memory", "550 MiB", "330 MiB");
    assertThat(report.sections().get(0).pictures().get(0).categories()).hasSize(3);
  }

  @Test
  void thePublishedModelIsTheDefault() {
    RunConfig config = ModelOptions.orPreset(MemoryBench.PRESET).read();
    ModelDescription model = description(config);
    assertThat(model.elements()).isEqualTo(50_176);
    assertThat(model.channels()).isEqualTo(261);
    assertThat(config.model().latents()).isEqualTo(512);
    assertThat(config.model().latentChannels()).isEqualTo(1024);
    assertThat(config.model().iterations()).isEqualTo(8);
  }

  @Test
  void refusesNoStepsAndNoExamplesTogether(@TempDir Path folder) {
    assertThatThrownBy(() -> MemoryBench.with(Toy.model(), 0, 0).run(Toy.run(folder)))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("--batch")
        .hasMessageContaining("--steps");
  }

  private static MemoryPoint measured(Contender contender, long mebibytes) {
    return new MemoryPoint(contender, OptionalLong.of(mebibytes << 20), Optional.empty(), "");
  }

  private static Report report(MemoryPoint... points) {
    return new MemoryReport("toy", 1, 2, description(Toy.model().read()), List.of(points)).report();
  }

  private static ResultTable peaks(Report report) {
    return report.sections().get(0).tables().get(0);
  }

  private static ModelDescription description(RunConfig config) {
    return ModelDescription.of(
        ModelAssembler.network(config, ModelOptions.plugins(), new PlainKernels()), 1);
  }
}
