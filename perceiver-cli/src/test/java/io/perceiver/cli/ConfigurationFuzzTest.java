package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.PerceiverException;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.RunConfigWriter;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a configuration asks for, the answer is a model or a sentence. */
class ConfigurationFuzzTest {
  private static final PluginRegistry PLUGINS = ModalitiesCommand.installed();

  /** Every key that holds a number, in a configuration with all modalities and encodings. */
  private static final String YAML =
      """
      model: {latents: 8, latentChannels: 16, selfAttention: {heads: 4}}
      modalities:
        image: {height: 8, width: 8, position: {bands: 4}}
        audio: {position: {bands: [4, 2]}}
        pointcloud: {points: 64, position: {type: learned, channels: 8}}
      heads: {label: {type: classification, classCount: 3}}
      """;

  private static ConfigNode.Mapping seed() {
    return YamlReader.text(YAML, "seed", Path.of(""));
  }

  private static void make(ConfigNode.Mapping config) {
    RunConfig bound = RunConfigReader.read(config, PLUGINS);
    ModelAssembler.network(bound, PLUGINS, KernelLoader.installed());
  }

  @ParameterizedTest
  @CsvSource({
    "model.latents=2000000000, model.latents, 1048576",
    "modalities.image.position.bands=999999999, modalities.image.position.bands, 16384",
    "model.iterations=2000000000, model.iterations, 1024",
    "training.batchSize=2000000000, training.batchSize, 1048576",
    "heads.label.classCount=2000000000, heads.label.classCount, 1048576",
  })
  void aHugeNumberIsASentenceThatNamesTheKeyAndWhatFits(
      String assignment, String key, String limit) {
    ConfigNode.Mapping config = Overrides.apply(seed(), List.of(assignment), Path.of(""));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> make(config))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(limit);
  }

  @Test
  void theSeedIsAccepted() {
    make(seed());
  }

  @Test
  void everyNumberMayBeAnything() {
    String resolved = RunConfigWriter.write(RunConfigReader.read(seed(), PLUGINS), false);
    List<String> lines = resolved.lines().toList();
    SplittableRandom random = new SplittableRandom(1);
    String[] numbers = {
      "2000000000", "-1", "0", "999999999", "1e30", "nan", "9223372036854775807", "70000", "'x'"
    };
    List<String> odd = new ArrayList<>();
    int refused = 0;
    for (int line = 0; line < lines.size(); line++) {
      if (!lines.get(line).matches(".*: -?[0-9.]+(e-?[0-9]+)?( #.*)?|\\s*- [0-9.]+")) {
        continue;
      }
      for (String number : numbers) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(
            line, lines.get(line).replaceFirst("(: |- )-?[0-9.]+(e-?[0-9]+)?", "$1" + number));
        if (random.nextInt(3) == 0) { // two at once
          int other = random.nextInt(lines.size());
          changed.set(
              other,
              lines
                  .get(other)
                  .replaceFirst(": [0-9]+$", ": " + numbers[random.nextInt(numbers.length)]));
        }
        try {
          make(YamlReader.text(String.join("\n", changed), "changed", Path.of("")));
        } catch (PerceiverException sentence) {
          refused++;
        } catch (RuntimeException | OutOfMemoryError e) {
          odd.add(changed.get(line) + " -> " + e);
        }
      }
    }
    assertThat(odd).isEmpty();
    assertThat(refused).isGreaterThan(100);
  }
}
