package io.perceiver.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.it.distribution.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two modalities, of which some examples lack one, from training to a confusion matrix. */
@ExtendWith(TinyRunExtension.class)
class SubsetsIT {
  private static final String CONFIG =
      """
      model:
        latents: 4
        latentChannels: 16
        selfAttends: 1
        crossAttention: {heads: 1, headChannels: 8}
        selfAttention: {heads: 2, headChannels: 8}
      modalities:
        left: {plugin: image, height: 16, width: 16, tokens: patches, patch: 8}
        right: {plugin: image, height: 16, width: 16, tokens: patches, patch: 8}
      heads:
        label: {type: classification}
      data: {path: data/both.csv}
      training: {batchSize: 16, epochs: 1}
      """;

  private final TinyRun tiny;

  SubsetsIT(TinyRun tiny) {
    this.tiny = tiny;
  }

  /** Every third example lacks the left picture. */
  private void writeData() throws IOException {
    List<String> lines = new ArrayList<>(List.of("left,right,label,split"));
    CSVFormat csv = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader manifest = Files.newBufferedReader(tiny.file("data/manifest.csv"))) {
      int row = 0;
      for (CSVRecord each : csv.parse(manifest)) {
        String image = "images/test/0001.png";
        String left = row++ % 3 == 0 ? "" : image;
        lines.add(String.join(",", left, image, each.get("label"), each.get("split")));
      }
    }
    Files.write(tiny.file("data/both.csv"), lines);
    Files.writeString(tiny.file("both.yaml"), CONFIG);
  }

  private static JsonNode json(Run run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void trainingAndEvaluationPrintTheSameTable() throws IOException {
    writeData();
    Run training = tiny.run("train", "both.yaml", "--json", "--runs", "fused");
    JsonNode trained = json(training);
    assertThat(training.err()).contains("95 % interval", "left + right", "all, as they are");
    JsonNode subsets = trained.path("subsets");
    assertThat(subsets)
        .extracting(row -> row.path("modalities").toString())
        .containsExactly("[\"left\"]", "[\"right\"]", "[\"left\",\"right\"]");
    assertThat(subsets).extracting(row -> row.path("n").asInt()).containsExactly(16, 24, 16);

    String run = Path.of("fused", "run-0001").toString();
    JsonNode evaluated = json(tiny.run("evaluate", run, "--json"));
    assertThat(evaluated.path("subsets")).isEqualTo(subsets);
    Run only =
        tiny.run(
            "evaluate",
            run,
            "--only",
            "left",
            "--confusion",
            "c.csv",
            "--confusion",
            "c.png",
            "--json");
    assertThat(json(only).path("lacking").asInt()).isEqualTo(8);
    assertThat(json(only).path("accuracy")).isEqualTo(subsets.get(0).path("accuracy"));
    assertThat(examplesIn(tiny.file("c.csv"))).isEqualTo(16);
    BufferedImage picture = ImageIO.read(tiny.file("c.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(300);
  }

  private static long examplesIn(Path sheet) throws IOException {
    return Files.readAllLines(sheet).stream()
        .skip(1)
        .flatMap(line -> List.of(line.split(",")).stream().skip(1))
        .mapToLong(Long::parseLong)
        .sum();
  }

  @Test
  void mistakesAreFoundBeforeAnythingIsComputed() throws IOException {
    Run ending = tiny.run("evaluate", tiny.first(), "--confusion", "matrix.gif");
    assertThat(ending.exitCode()).isEqualTo(2);
    assertThat(ending.err()).contains("'matrix.gif' must end with .png");
    Run modality = tiny.run("evaluate", tiny.first(), "--only", "sound");
    assertThat(modality.exitCode()).isEqualTo(2);
    assertThat(modality.err()).contains("[sound]").contains("[image]");
  }
}
