package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.Augmentation;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Setting;
import io.perceiver.api.position.NoPositions;
import io.perceiver.config.RunConfig;
import io.perceiver.data.ModalityRole;
import io.perceiver.data.ModalityUse;
import io.perceiver.internal.plugin.DisabledPluginException;
import io.perceiver.plugin.PluginRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The keys {@code role} and {@code follows} of a modality's section. */
class ModalityUseTest {
  private static final PluginRegistry PLUGINS =
      PluginRegistry.of(List.of(new TestPlugins.GridPlugin(), new MirrorPlugin()));

  record MirrorConfig(@Setting(value = "how often", min = 0, max = 1) double mirrored) {}

  /** Examples that are mirrored now and then. */
  static final class MirrorPlugin implements ModalityPlugin<MirrorConfig, float[]> {
    @Override
    public String name() {
      return "mirror";
    }

    @Override
    public MirrorConfig defaults() {
      return new MirrorConfig(0);
    }

    @Override
    public Modality<float[]> create(MirrorConfig config) {
      Modality<float[]> grid =
          new TestPlugins.GridPlugin().create(new TestPlugins.GridPlugin().defaults());
      return new Modality<>(
          grid.reader(),
          new Mirroring(config),
          grid.tokenizer(),
          new NoPositions(),
          InputAdapter.identity());
    }
  }

  private record Mirroring(MirrorConfig config) implements Augmentation<float[], Boolean> {
    @Override
    public Class<Boolean> geometryType() {
      return Boolean.class;
    }

    @Override
    public boolean drawsGeometry() {
      return config.mirrored() > 0;
    }

    @Override
    public Boolean drawGeometry(float[] example, RandomGenerator random) {
      return random.nextDouble() < config.mirrored();
    }

    @Override
    public float[] apply(float[] example, Boolean geometry, RandomGenerator random) {
      return example;
    }
  }

  private static RunConfig read(String yaml) {
    return RunConfigReader.read(
        YamlReader.text(yaml, "train.yaml", Path.of("")), PLUGINS, Map.of());
  }

  private static List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidSpecException.class, () -> read(yaml)).problems();
  }

  @Test
  void inputsOutputsAndFollowersAreRead() {
    RunConfig config =
        read(
            """
            modalities:
              image: {plugin: mirror, mirrored: 0.5}
              mask: {plugin: mirror, role: output, follows: image}
            """);

    assertThat(config.modalities().get("image").use()).isEqualTo(ModalityUse.INPUT);
    assertThat(config.modalities().get("mask").use().role()).isEqualTo(ModalityRole.OUTPUT);
    assertThat(config.modalities().get("mask").use().follows()).contains("image");
    assertThat(config.inputs()).containsOnlyKeys("image");
    assertThat(read(RunConfigWriter.write(config, true))).isEqualTo(config);
    assertThat(RunConfigWriter.write(config, true))
        .contains("# output: is read, but not shown to the model (allowed: input, output)");
  }

  @Test
  void mistakesAreNamedWithTheirPlaceAndWhatFits() {
    assertThat(
            problems(
                """
                modalities:
                  image: {plugin: mirror, mirrored: 0.5}
                  grid: {follows: image}
                  a: {plugin: mirror, follows: imag}
                  b: {plugin: mirror, follows: b}
                  c: {plugin: mirror, mirrored: 1, follows: image}
                  d: {plugin: mirror, follows: e}
                  e: {plugin: mirror, follows: d}
                  f: {plugin: mirror, role: target}
                  g: {plugin: mirror, follows: grid}
                """))
        .containsExactlyInAnyOrder(
            "modalities.f.role: 'target' is not allowed; allowed: input, output (train.yaml:9)",
            "modalities.grid.follows: 'grid' cannot take the geometry of 'image' (Boolean, needed:"
                + " NoGeometry); no modality of the model fits (train.yaml:3)",
            "modalities.a.follows: the model has no modality 'imag'; fits: b, c, d, e, f, g, image."
                + " Did you mean 'image'? (train.yaml:4)",
            "modalities.b.follows: a modality cannot follow itself; fits: a, c, d, e, f, g, image"
                + " (train.yaml:5)",
            "modalities.c.follows: 'c' moves as 'image' does, but its own augmentation draws a"
                + " geometry as well; switch its crops, flips, turns, shifts and the like off, or"
                + " remove follows (train.yaml:6)",
            "modalities.d.follows: 'e' already follows 'd', so this makes a circle; let one of them"
                + " follow none (train.yaml:7)",
            "modalities.e.follows: 'd' already follows 'e', so this makes a circle; let one of them"
                + " follow none (train.yaml:8)",
            "modalities.g.follows: 'g' cannot take the geometry of 'grid' (NoGeometry, needed:"
                + " Boolean); fits: a, b, c, d, e, f, image (train.yaml:10)");
  }

  @Test
  void aModelNeedsAnInput() {
    assertThat(problems("modalities: {a: {plugin: grid, role: output}}"))
        .containsExactly(
            "modalities: none is an input, so the model would see nothing; set role: input for one of"
                + " a (train.yaml:1)");
  }

  @Test
  void fusionIsAboutInputs() {
    assertThat(
            problems(
                """
                fusion: {modalityDropout: {mask: 0.3}}
                modalities: {left: {plugin: grid}, mask: {plugin: grid, role: output}}
                """))
        .containsExactly(
            "fusion.modalityDropout.mask: the model has no such input; it has left"
                + " (train.yaml:1)");
  }

  @Test
  void aSelectionKeepsOutputsAndLetsNobodyFollowWhatIsGone() {
    ConfigNode.Mapping all =
        YamlReader.text(
            """
            modalities:
              left: {plugin: mirror, mirrored: 0.5}
              right: {plugin: mirror, follows: left}
              mask: {plugin: mirror, role: output, follows: left}
            """,
            "train.yaml",
            Path.of(""));

    RunConfig right =
        RunConfigReader.read(ModalitySelection.only(all, List.of("right")), PLUGINS, Map.of());

    assertThat(right.modalities()).containsOnlyKeys("right", "mask");
    assertThat(right.modalities().get("mask").use()).isEqualTo(ModalityUse.OUTPUT);
    assertThat(right.modalities().get("right").use()).isEqualTo(ModalityUse.INPUT);
  }

  record ClashingConfig(@Setting("a key of every section") String role) {}

  /** Its key could never be set. */
  static final class ClashingPlugin implements ModalityPlugin<ClashingConfig, float[]> {
    @Override
    public String name() {
      return "clashing";
    }

    @Override
    public ClashingConfig defaults() {
      return new ClashingConfig("");
    }

    @Override
    public Modality<float[]> create(ClashingConfig config) {
      return new TestPlugins.GridPlugin().create(new TestPlugins.GridPlugin().defaults());
    }
  }

  @Test
  void aPluginsKeyThatTheSectionHasForItselfDisablesThePlugin() {
    PluginRegistry registry = PluginRegistry.of(List.of(new ClashingPlugin()));

    assertThatThrownBy(() -> registry.modality("clashing"))
        .isInstanceOf(DisabledPluginException.class)
        .hasMessageContaining(
            "its configuration has the key 'role', which every modality's section has for itself");
  }
}
