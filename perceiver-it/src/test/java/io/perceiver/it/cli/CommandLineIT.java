package io.perceiver.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.it.distribution.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Training, evaluating and predicting as a user does. */
@ExtendWith(TinyRunExtension.class)
class CommandLineIT {
  private final TinyRun tiny;

  CommandLineIT(TinyRun tiny) {
    this.tiny = tiny;
  }

  @Test
  void trainsAndPrintsOneJsonObjectAndNothingElse() throws IOException {
    Run training = tiny.training();
    assertThat(training.exitCode()).as(training.err()).isZero();
    assertThat(training.out().lines()).hasSize(1);
    JsonNode json = json(training);
    assertThat(json.path("run").asText()).isEqualTo(Path.of(tiny.first()).toString());
    assertThat(json.path("examples").asInt()).isEqualTo(24);
    assertThat(json.path("accuracy").asDouble(-1)).isBetween(0.0, 1.0);
    assertThat(json.path("steps").asInt()).isEqualTo(4);
    assertThat(json.path("stopped").asBoolean(true)).isFalse();
    assertThat(training.err()).contains("Test: accuracy", "evaluate", "predict", "describe");
  }

  @Test
  void evaluatesToTheAccuracyCountedFromItsPredictions() throws IOException {
    Run evaluated = tiny.run("evaluate", tiny.first(), "--json");
    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
    Run predicted =
        tiny.run(
            "predict", tiny.first(), "--manifest", "data/manifest.csv", "--split", "test", "--csv");
    List<CSVRecord> rows = csv(predicted);
    long right = rows.stream().filter(r -> r.get("true").equals(r.get("predicted"))).count();
    assertThat(rows).hasSize(24);
    assertThat(json(evaluated).path("accuracy").asDouble()).isEqualTo(right / 24.0);
    assertThat(json(evaluated).path("accuracy")).isEqualTo(json(tiny.training()).path("accuracy"));
  }

  @Test
  void givesEveryClassAProbability() throws IOException {
    List<CSVRecord> rows = csv(tiny.run("predict", tiny.first(), "data/images/test", "--csv"));
    assertThat(rows).hasSize(24);
    assertThat(rows.get(0).getParser().getHeaderNames()).hasSize(3 + 8);
    for (CSVRecord row : rows) {
      double sum = row.stream().skip(3).mapToDouble(Double::parseDouble).sum();
      assertThat(sum).isBetween(0.9999, 1.0001);
      assertThat(row.get("true")).isEmpty();
    }
  }

  @Test
  void predictsFilesEntriesOfZipsAndGroups() throws IOException {
    String file = "data/images/test/0001.png";
    Path zip = tiny.file("pictures.zip");
    try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Files.copy(tiny.file(file), inside.getPath("a.png"));
    }
    Run predicted =
        tiny.run("predict", tiny.first(), "--json", file, "pictures.zip!/a.png", "image=" + file);
    List<JsonNode> objects = new ArrayList<>();
    for (String line : predicted.out().lines().toList()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    assertThat(objects).hasSize(3);
    assertThat(objects)
        .extracting(o -> o.path("scores"))
        .containsOnly(objects.get(0).path("scores"));
    assertThat(objects.get(1).path("source").asText()).isEqualTo("pictures.zip!/a.png");
  }

  @Test
  void secondTrainingLeavesTheFirstRunAsItIs() throws IOException {
    Map<String, ByteBuffer> before = contents(tiny.file(tiny.first()));
    Run again = tiny.run("train", "tiny.yaml", "--json");
    assertThat(json(again).path("run").asText()).isNotEqualTo(Path.of(tiny.first()).toString());
    assertThat(json(again).path("accuracy")).isEqualTo(json(tiny.training()).path("accuracy"));
    assertThat(contents(tiny.file(tiny.first()))).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
  void aStoppedTrainingGoesOn(@TempDir Path runs) throws Exception {
    String folder = runs.toString();
    // it ends by itself in the end, so that this test does
    String epochs = "training.epochs=2000";
    Run stopped = stopAtEpoch("train", "tiny.yaml", "--set", epochs, "--json", "--runs", folder);
    assertThat(stopped.exitCode()).isEqualTo(128 + 15);
    assertThat(stopped.err()).contains("--resume");
    Run resumed = stopAtEpoch("train", "--resume", folder + "/run-0001", "--json");
    assertThat(resumed.err()).containsPattern("from step \\d+");
    Run evaluated = tiny.run("evaluate", folder + "/run-0001", "--checkpoint", "latest");
    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
  }

  /** Starts a training, and asks it to end once an epoch is over. */
  private Run stopAtEpoch(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(TinyRun.PROGRAM.launcher().toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(tiny.folder().toFile()).start();
    StringBuilder err = new StringBuilder();
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        err.append(line).append('\n');
        if (line.startsWith("epoch ")) {
          process.toHandle().destroy(); // process.destroy() would close the stream
        }
      }
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Run(process.exitValue(), "", err.toString());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void twoModalitiesOfOnePluginTrainAndEvaluate() throws IOException {
    StringBuilder manifest = new StringBuilder("split,label,left,right\n");
    for (int i = 1; i <= 24; i++) { // the test split is complete
      manifest.append(
          "%s,%s,images/test/%04d.png,images/test/%04d.png%n"
              .formatted(i <= 16 ? "train" : "test", i % 2 == 0 ? "even" : "odd", i, 25 - i));
    }
    Files.writeString(tiny.file("data/pairs.csv"), manifest.toString());
    String config = Files.readString(tiny.file("tiny.yaml"));
    Files.writeString(
        tiny.file("pairs.yaml"),
        config
            .replace("  image: {", "  left: {plugin: image, ")
            .replace("patch: 8}\n", "patch: 8}\n  right: {plugin: image}\n")
            .replace("path: data", "path: data/pairs.csv, validation: 0.2"));
    Run trained = tiny.run("train", "pairs.yaml", "--json");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    String run = json(trained).path("run").asText();
    Run evaluated = tiny.run("evaluate", run, "--json");
    assertThat(json(evaluated).path("accuracy")).isEqualTo(json(trained).path("accuracy"));
    assertThat(json(evaluated).path("examples").asInt()).isEqualTo(8);
  }

  @Test
  void theConfigurationItPrintsIsReadBack() throws IOException {
    Run printed = tiny.run("config", "tiny.yaml");
    Files.writeString(tiny.file("printed.yaml"), printed.out());
    Run again = tiny.run("config", "printed.yaml");
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).isEqualTo(printed.out()).contains("# ", "batchSize: 16");
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.lastLine());
  }

  private static List<CSVRecord> csv(Run run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(run.out()))
        .getRecords();
  }

  private static Map<String, ByteBuffer> contents(Path folder) throws IOException {
    Map<String, ByteBuffer> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
