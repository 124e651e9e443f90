package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.config.Presets;
import io.perceiver.config.RunConfig;
import io.perceiver.plugin.PluginRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunConfigWriterTest {
  private final PluginRegistry plugins = TestPlugins.registry();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modalities: {grid: {}}",
        """
        seed: -3
        model: {preset: lucidrains-224, crossAttends: [0, 2]}
        modalities:
          b: {plugin: grid, side: 4, palette: x y.txt, position: {type: learned, channels: 3}}
          a: {plugin: grid, position: {bands: [1, 2]}}
        heads: {kind: {type: choice, classes: [no, "1e3", "", "a: b", "null"]}}
        data: {path: ../d, format: table, ignore: [a, b], validation: 0.25}
        training: {schedule: {type: step, milestones: [1, 2.5]}, clipNorm: 0}
        """,
        "modalities: {grid: {position: none}}\ndata: {ignore: [a]}"
      })
  void everyConfigurationReadsBackEqual(String yaml) {
    RunConfig config = read(yaml, "/configs");

    assertThat(read(RunConfigWriter.write(config, false), "/runs/1")).isEqualTo(config);
    assertThat(read(RunConfigWriter.write(config, true), "/runs/1")).isEqualTo(config);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "small",
        "perceiver-imagenet",
        "perceiver-imagenet-one-attend",
        "perceiver-modelnet40",
        "perceiver-audioset",
        "lucidrains-224"
      })
  void everyPresetReadsBackEqual(String preset) {
    RunConfig config = read("model: {preset: " + preset + "}\nmodalities: {grid: {}}", "/configs");

    assertThat(config.model()).isEqualTo(Presets.find(preset).orElseThrow().trunk());
    assertThat(read(RunConfigWriter.write(config, false), "/runs/1")).isEqualTo(config);
  }

  @Test
  void commentsComeFromTheRecordsOfPluginsToo() {
    String written =
        RunConfigWriter.write(
            read("modalities: {grid: {position: {bands: 2}}}\nheads: {k: {type: choice}}", "/"),
            true);

    assertThat(written)
        .contains(
            "# what every random draw of the run follows from\nseed: 1\n",
            "    # rows and columns [pixels] (1 to 512)\n    side: 8\n",
            "      # order of the channels; matters only for weights trained elsewhere (allowed: paper, lucidrains)\n",
            "    # names of the classes\n    classes: []\n",
            "  # number of latents (1 to 1048576)\n");
  }

  private RunConfig read(String yaml, String folder) {
    return RunConfigReader.read(YamlReader.text(yaml, "a.yaml", Path.of(folder)), plugins);
  }
}
