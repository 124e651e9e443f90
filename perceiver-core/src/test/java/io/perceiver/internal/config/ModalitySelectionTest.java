package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModalitySelectionTest {
  private static final String TEXT =
      """
      seed: 3
      fusion: {minPadding: 4, modalityDropout: {image: 0.1, sound: 0.2}}
      modalities: {image: {height: 8}, sound: {}, touch: {}}
      """;

  private static ConfigNode.Mapping tree() {
    return YamlReader.text(TEXT, "test.yaml", Path.of(""));
  }

  @Test
  void keepsTheNamedModalitiesAndWhatFusionSaysOfThem() {
    ConfigNode.Mapping only = ModalitySelection.only(tree(), List.of("image", "touch"));
    assertThat(((ConfigNode.Mapping) only.find("modalities").orElseThrow()).entries())
        .containsOnlyKeys("image", "touch");
    assertThat(((ConfigNode.Mapping) only.find("fusion.modalityDropout").orElseThrow()).entries())
        .containsOnlyKeys("image");
    assertThat(only.find("fusion.minPadding")).isEqualTo(tree().find("fusion.minPadding"));
    assertThat(only.find("modalities.image.height"))
        .isEqualTo(tree().find("modalities.image.height"));
    assertThat(only.find("seed")).isEqualTo(tree().find("seed"));
  }

  @Test
  void aNameTheConfigurationDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> ModalitySelection.only(tree(), List.of("image", "smell")))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("the configuration's modalities are [image, sound, touch]; it has no [smell]");
  }
}
