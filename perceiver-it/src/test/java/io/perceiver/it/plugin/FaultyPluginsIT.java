package io.perceiver.it.plugin;

import static io.perceiver.it.plugin.ModalitySource.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.cli.ExitCode;
import io.perceiver.it.distribution.Distribution;
import io.perceiver.it.distribution.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder of plugins with every fault there is, and good ones among them. */
class FaultyPluginsIT {
  private static final List<FaultyPlugin> FAULTY = FaultyPlugin.all();

  @TempDir private static Path folder;

  @BeforeAll
  static void makeJarsAndData() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    for (FaultyPlugin plugin : FAULTY) {
      plugin.write(work, plugins);
    }
    new PluginJar().modality(good("Good", "good")).write(work, plugins.resolve("good.jar"));
    new PluginJar()
        .left("Late", "class Late {}")
        .modality(good("LateFault", "late").read("new Late();"))
        .write(work, plugins.resolve("late.jar"));
    StringBuilder manifest = new StringBuilder("split,label,good,late\n");
    for (int i = 0; i < 16; i++) {
      String split = i < 8 ? "train" : i < 12 ? "validation" : "test";
      manifest.append("%s,%d,manifest.csv,manifest.csv%n".formatted(split, i % 2));
    }
    Files.writeString(folder.resolve("manifest.csv"), manifest);
  }

  @Test
  void modalitiesListsEachWithItsJarAndTheReason() throws IOException {
    Run run = perceiver("modalities", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Map<String, JsonNode> byJar = new HashMap<>();
    for (JsonNode plugin : new ObjectMapper().readTree(run.lastLine()).path("plugins")) {
      byJar.put(Path.of(plugin.path("jar").asText()).getFileName().toString(), plugin);
    }
    for (FaultyPlugin plugin : FAULTY) {
      assertThat(byJar).containsKey(plugin.file());
      assertThat(byJar.get(plugin.file()).path("state").asText())
          .as(plugin.file())
          .isEqualTo("disabled");
      assertThat(byJar.get(plugin.file()).path("reason").asText())
          .as(plugin.file())
          .contains(plugin.reason());
    }
    assertThat(byJar.get("good.jar").path("state").asText()).isEqualTo("enabled");
    assertThat(byJar.get("good.jar").path("version").asText()).isEqualTo("1.0");
  }

  @Test
  void theTableShowsThemToo() throws IOException {
    Run run = perceiver("modalities");
    assertThat(run.exitCode()).as(run.err()).isZero();
    for (FaultyPlugin plugin : FAULTY) {
      assertThat(run.out().lines())
          .as(plugin.file())
          .anyMatch(line -> line.contains(plugin.file() + ": " + plugin.reason()));
    }
    assertThat(run.out())
        .containsPattern("modality +good +1\\.0 +enabled +good\\.jar")
        .containsPattern("modality +image .*enabled");
  }

  @Test
  void aRunThatNamesNoneOfThemWorks() throws IOException {
    Run run = perceiver("train", config("good.yaml", List.of("good")), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.lastLine()).contains("\"accuracy\"");
  }

  @Test
  void aRunThatNamesThemFailsWithEveryJarAndReason() throws IOException {
    List<String> names = FAULTY.stream().map(FaultyPlugin::modality).distinct().toList();
    Run run = perceiver("train", config("faulty.yaml", names), "--runs", "none");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("none")).doesNotExist();
    for (FaultyPlugin plugin : FAULTY) {
      assertThat(run.err().lines())
          .as(plugin.file())
          .anyMatch(
              line ->
                  line.contains("modalities." + plugin.modality() + ".plugin")
                      && line.contains(plugin.file() + ": " + plugin.reason()));
    }
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void aFaultThatShowsOnlyWhenAnExampleIsReadNamesExampleAndModality() throws IOException {
    Run run = perceiver("train", config("late.yaml", List.of("late")), "--runs", "none");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DATA.code());
    assertThat(run.err())
        .contains("modality 'late' failed on it", "NoClassDefFoundError", "Late")
        .doesNotContain("\tat ");
  }

  private static String config(String name, List<String> modalities) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            model: {latents: 2, latentChannels: 8, selfAttends: 1}
            heads: {label: {type: classification}}
            data: {path: manifest.csv}
            training: {epochs: 1, batchSize: 4}
            modalities:
            """);
    for (String modality : modalities) {
      text.append("  ").append(modality).append(": {}\n");
    }
    return Files.writeString(folder.resolve(name), text).getFileName().toString();
  }

  private static Run perceiver(String... arguments) throws IOException {
    return Distribution.built()
        .with("PERCEIVER_JAVA_OPTIONS", "-Dperceiver.home=" + folder)
        .run(folder, arguments);
  }
}
