package io.perceiver.bench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.Section;
import io.perceiver.demo.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClaimsBenchTest {
  private static final PixelSizes FEW = new PixelSizes(32, 8, 16);
  private static final Sizes DEMO = new Sizes(64, 16, 24);

  private static ClaimsBench tiny(EnumSet<Part> parts) {
    return ClaimsBench.tiny(parts, FEW, DEMO);
  }

  @Test
  void comparesEverythingWithEverySeedAndKeepsWhatIsTrained(@TempDir Path folder)
      throws IOException {
    Report report = tiny(EnumSet.allOf(Part.class)).run(Toy.run(folder));
    assertThat(report.sections())
        .extracting(Section::heading)
        .containsExactly(
            "Permuted pixels",
            "Permuted before positions are attached",
            "Sharing of weights",
            "Fusion against each sense alone");
    assertThat(rows(report, 0, 0)).containsExactly("Perceiver", "ResNet-like", "ViT-like");
    assertThat(rows(report, 1, 0)).hasSize(4).contains("Perceiver, learned");
    assertThat(rows(report, 2, 0)).containsExactly("shared", "not shared");
    assertThat(rows(report, 3, 0)).hasSize(4).contains("audio + image + pointcloud");
    assertThat(report.sections()).allSatisfy(s -> assertThat(s.pictures()).hasSize(1));
    assertThat(report.summary()).contains("Perceiver", "Fusion", "Weights");

    Path trainings = folder.resolve("claims-trainings.jsonl");
    List<String> lines = Files.readAllLines(trainings);
    assertThat(lines).hasSize(2 * (6 + 5 + 2 + 4));
    Report again = tiny(EnumSet.allOf(Part.class)).run(Toy.run(folder));
    assertThat(again.sections()).isEqualTo(report.sections());
    int all = lines.size();
    assertThat(report.settings())
        .containsEntry("trainings of this run", all + " of " + all + " in the log");
    assertThat(again.settings())
        .containsEntry("trainings of this run", "0 of " + all + " in the log");
    assertThat(Files.readAllLines(trainings)).isEqualTo(lines);
  }

  private static List<String> rows(Report report, int section, int table) {
    return report.sections().get(section).tables().get(table).rows().stream()
        .map(row -> row.get(0).text())
        .toList();
  }

  @Test
  void takesSomePartsAlone() {
    ClaimsBench bench = new ClaimsBench();
    new CommandLine(bench)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs("--only", "fusion,sharing");
    assertThat(bench.parts()).containsExactlyInAnyOrder(Part.FUSION, Part.SHARING);
  }

  @Test
  void numbersOutOfRangeAreNamedTogether(@TempDir Path folder) {
    ClaimsBench bench = new ClaimsBench();
    new CommandLine(bench).parseArgs("--seeds", "0", "--epochs", "0");
    assertThatThrownBy(() -> bench.run(Toy.run(folder)))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("--seeds")
        .hasMessageContaining("--epochs");
  }
}
