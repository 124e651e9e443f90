package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code describe} needs neither data nor engine. */
class DescribeCommandTest {
  @TempDir Path folder;

  /** The published figures: Perceiver (arXiv 2103.03206v2) Table 6, and the code of lucidrains. */
  @ParameterizedTest
  @CsvSource({
    "perceiver-imagenet-one-attend, 42135859, 404",
    "perceiver-imagenet, 44912254, 706",
    "lucidrains-224, 45187140,"
  })
  void countsWhatWasPublished(String preset, long parameters, Integer gflops) throws IOException {
    Invocation described = Invocation.of("describe", "--preset", preset, "--json");
    JsonNode json = new ObjectMapper().readTree(described.out());
    assertThat(json.path("parameters").asLong()).isEqualTo(parameters);
    if (gflops != null) {
      assertThat(Math.round(json.path("gflops").asDouble())).isEqualTo(gflops.longValue());
    }
  }

  @Test
  void explainsEveryChannelOfTheDemo() {
    Invocation described = Invocation.of("describe");
    assertThat(described.exitCode()).as(described.err()).isZero();
    assertThat(described.out())
        .contains("2 axes", "byte array: (batch, 200, 84)", "cross-attention", "parameters: ");
  }

  @Test
  void memoryIsEstimatedForTheTrainingThatIsConfigured() {
    String checkpointing = "training.activationCheckpointing=true";
    Invocation without = Invocation.of("describe");
    Invocation with = Invocation.of("describe", "--set", checkpointing);
    assertThat(without.out()).doesNotContain("checkpointing");
    assertThat(with.out()).containsPattern("training [\\d.]+ MiB with activation checkpointing");
    assertThat(with.out().replaceAll("training .*", ""))
        .isEqualTo(without.out().replaceAll("training .*", ""));
  }

  @Test
  void pointsAloneHaveNoContent() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.yaml"),
            "modalities: {pointcloud: {points: 64}}\n"
                + "heads: {label: {type: classification, classCount: 2}}");
    Invocation described = Invocation.of("describe", config.toString());
    assertThat(described.exitCode()).as(described.err()).isZero();
    assertThat(described.out())
        .containsPattern(
            "input pointcloud: up to 64 elements of \\d+ channels = no content \\+ \\d+ position")
        .doesNotContain(" 0 ");
  }

  @Test
  void saysWhatIsMissingWhereNothingNamesTheClasses() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.yaml"),
            "modalities: {image: {}}\nheads: {label: {type: classification}}");
    Invocation described = Invocation.of("describe", config.toString());
    assertThat(described.exitCode()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(described.err()).contains("heads.label.classes: none are known", "classCount");
  }

  @Test
  void aFolderThatIsNoRunIsABrokenRun() {
    Invocation described = Invocation.of("describe", folder.toString());
    assertThat(described.exitCode()).isEqualTo(ExitCode.RUN.code());
    assertThat(described.err()).contains("is not a run folder");
  }
}
