package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.api.Example;
import io.perceiver.internal.run.RunManifest;
import io.perceiver.run.RunFolder;
import io.perceiver.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a finished run's folder holds. */
class RunContentTest {
  @TempDir private Path runs;

  private static TinyRun run() {
    List<Example> examples = new ArrayList<>(Samples.noise(9, "train"));
    examples.addAll(Samples.noise(4, "validation"));
    examples.addAll(Samples.noise(5, "test"));
    return TinyRun.of("{batchSize: 3, epochs: 2}", examples)
        .with("classes: [a, b, c]", "labelSmoothing: 0.1");
  }

  private static List<JsonNode> lines(RunFolder folder, String event) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String line : Files.readAllLines(folder.metrics())) {
      JsonNode node = new ObjectMapper().readTree(line);
      if (node.path("event").asText().equals(event)) {
        found.add(node);
      }
    }
    return found;
  }

  @Test
  void theManifestTellsWhatMadeTheRun() throws IOException {
    RunFolder folder = run().train(runs).folder();
    RunManifest manifest = RunManifest.read(folder);
    assertThat(manifest.format()).isEqualTo(RunManifest.FORMAT);
    assertThat(manifest.seed()).isEqualTo(7);
    assertThat(manifest.device()).isEqualTo("cpu()");
    assertThat(manifest.examples()).isEqualTo(Map.of("train", 9, "validation", 4, "test", 5));
    assertThat(manifest.dataFingerprint()).matches("[0-9a-f]{64}");
    assertThat(manifest.versions().keySet()).contains("perceiver", "java", "engine", "kernels");
    assertThat(manifest.versions()).containsEntry("kernels", "torch");
    assertThat(manifest.plugins().keySet())
        .containsExactlyInAnyOrder(
            "modality numbers", "head classification", "dataset format memory");
    assertThat(manifest.plugins().get("modality numbers")).endsWith("application");
    assertThat(Instant.parse(manifest.created())).isBefore(Instant.now().plusSeconds(1));
  }

  @Test
  void metricsTellEveryStepValidationAndTheTest() throws IOException {
    RunResult result = run().train(runs);
    RunFolder folder = result.folder();
    List<JsonNode> steps = lines(folder, "step");
    assertThat(steps).hasSize(6);
    for (int i = 0; i < 6; i++) {
      JsonNode step = steps.get(i);
      assertThat(step.path("step").asInt()).isEqualTo(i + 1);
      assertThat(step.path("loss").asDouble()).isPositive();
      assertThat(step.path("gradientNorm").asDouble()).isPositive();
      assertThat(step.path("examplesPerSecond").asDouble()).isPositive();
    }
    assertThat(steps.get(0).path("learningRate").asDouble()).isEqualTo(1e-3);
    List<JsonNode> validations = lines(folder, "validation");
    assertThat(validations).hasSize(2);
    assertThat(validations.get(0).path("examples").asInt()).isEqualTo(4);
    assertThat(validations.get(0).path("metrics").has("label/accuracy")).isTrue();
    assertThat(validations.get(0).path("best").asBoolean()).isTrue();
    List<JsonNode> tests = lines(folder, "test");
    assertThat(tests).hasSize(1);
    assertThat(tests.get(0).path("examples").asInt()).isEqualTo(5);
    assertThat(tests.get(0).path("checkpoint").asText()).startsWith("step-0000000");
    assertThat(tests.get(0).path("loss").asDouble()).isEqualTo(result.test().orElseThrow().loss());
    assertThat(lines(folder, "finished")).hasSize(1);
  }

  @Test
  void theConfigurationIsResolvedAndTrainsTheSameRunAgain() throws IOException {
    RunFolder folder = run().train(runs).folder();
    String resolved = Files.readString(folder.config());
    assertThat(resolved).contains("labelSmoothing: 0.1");
    assertThat(resolved).containsPattern("classes:\\s*\\[?\\s*-?\\s*\"?a\"?");
    RunFolder again = new TinyRun(resolved, run().examples()).train(runs).folder();
    assertThat(again.name()).isEqualTo("run-0002");
    assertThat(Files.readString(again.config())).isEqualTo(resolved);
    Path weights = Path.of("step-00000006", "weights.safetensors");
    assertThat(again.checkpoints().resolve(weights))
        .hasSameBinaryContentAs(folder.checkpoints().resolve(weights));
  }
}
