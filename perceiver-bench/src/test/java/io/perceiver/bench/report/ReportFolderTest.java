package io.perceiver.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.measure.Pace;
import io.perceiver.bench.measure.Peak;
import io.perceiver.bench.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  private static final Spread SECONDS = Spread.of(List.of(0.001, 0.002, 0.003));
  private static final Environment ENVIRONMENT =
      new Environment(
          "2026-01-02T03:04:05Z",
          "A processor",
          2,
          OptionalLong.empty(),
          "Linux",
          "A JVM",
          List.of("-Xmx1g"),
          Map.of("MKL_ENABLE_INSTRUCTIONS", "AVX2"),
          "cpu()",
          2,
          7,
          new Pace(1, 3, 0.2),
          Map.of("engine", "PyTorch 2.7.1"));

  @TempDir private Path folder;

  private List<Path> write(Section section) throws IOException {
    Report report =
        Report.titled("A title").summary("It is so.").setting("batch", 4).section(section).build();
    Peak peak = new Peak(2048, Spread.of(List.of(150e9)));
    return new ReportFolder(folder)
        .write(new Outcome("toy", report, ENVIRONMENT, Optional.of(peak), 12));
  }

  private static Section section() {
    ResultTable table =
        ResultTable.of("times", "work", "time", "ratio")
            .row(Cell.of("a | b"), Cell.milliseconds(SECONDS), Cell.of(2.5, "×"));
    return Section.of("Times", "How to read it.").with(table);
  }

  @Test
  void thePageTellsResultsMachineAndHowToRepeat() throws IOException {
    write(section());
    assertThat(folder.resolve("toy.md"))
        .content()
        .startsWith("# A title\n\nIt is so.\n")
        .contains("150 GFLOP/s, products of 2048 × 2048")
        .contains("| a \\| b | 2 ms (1.50–2.50) | 2.50 × |")
        .contains("| processor | A processor, 2 cores |")
        .contains("| memory | unknown |")
        .contains("| variables | `MKL_ENABLE_INSTRUCTIONS=AVX2` |")
        .contains("| rounds | 3 counted after 1 of warm-up, turns of 0.2 s at least |")
        .contains("| batch | 4 |")
        .contains("`./perceiver-bench/run toy`");
  }

  @Test
  void theDocumentKeepsEveryFigureOfAMeasurement() throws IOException {
    write(section());
    JsonNode json = new ObjectMapper().readTree(folder.resolve("toy.json").toFile());
    assertThat(json.at("/environment/seed").asLong()).isEqualTo(7);
    assertThat(json.at("/environment/memoryBytes").asText()).isEqualTo("unknown");
    assertThat(json.at("/matrixProductPeak/gflops/median").asDouble()).isEqualTo(150);
    JsonNode row = json.at("/sections/0/tables/times/0");
    assertThat(row.at("/work").asText()).isEqualTo("a | b");
    assertThat(row.at("/time/median").asDouble()).isEqualTo(2);
    assertThat(row.at("/time/largest").asDouble()).isEqualTo(3);
    assertThat(row.at("/time/count").asInt()).isEqualTo(3);
    assertThat(row.at("/time/unit").asText()).isEqualTo("ms");
    assertThat(row.at("/ratio/value").asDouble()).isEqualTo(2.5);
  }

  @Test
  void drawsLinesOnLogarithmicAxesAndBars() throws IOException {
    Section drawn =
        section()
            .with(
                Picture.logLines(
                    "growth",
                    "Growth",
                    "x",
                    "y",
                    List.of(Series.points("a", List.of(1.0, 10.0), List.of(2.0, 200.0)))))
            .with(
                Picture.bars(
                    "bars", "Bars", "y", List.of("p"), List.of(Series.bars("b", List.of(1.0)))));
    List<Path> files = write(drawn);
    assertThat(files)
        .extracting(file -> String.valueOf(file.getFileName()))
        .containsExactly("toy.md", "toy.json", "toy-growth.png", "toy-bars.png");
    for (Path picture : files.subList(2, 4)) {
      assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(900);
    }
    assertThat(Files.readString(files.get(0))).contains("![Growth](toy-growth.png)");
  }

  @Test
  void leavesOutAPictureWithNothingToDraw() throws IOException {
    List<Path> files = write(section().with(Picture.lines("none", "None", "x", "y", List.of())));
    assertThat(files).hasSize(2);
  }

  @Test
  void refusesARowThatDoesNotFit() {
    ResultTable table = ResultTable.of("times", "work", "time");
    assertThatThrownBy(() -> table.row(Cell.of("a")))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("times")
        .hasMessageContaining("1 cells");
  }
}
