package io.perceiver.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Place;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsTest {

  @Test
  void namesAreUniqueAndSourcesGiven() {
    assertThat(Presets.names()).doesNotHaveDuplicates().contains(Presets.DEFAULT);
    assertThat(Presets.all()).allSatisfy(preset -> assertThat(preset.source()).endsWith("."));
  }

  @Test
  void imagenetHasThePapersNumbers() {
    PerceiverConfig trunk = Presets.find("perceiver-imagenet").orElseThrow().trunk();

    assertThat(
            List.of(
                trunk.latents(), trunk.latentChannels(), trunk.iterations(), trunk.selfAttends()))
        .containsExactly(512, 1024, 8, 6);
    assertThat(trunk.crossAttentionSharing()).isEqualTo(Sharing.ALL_BUT_FIRST);
    assertThat(trunk.latentSharing()).isEqualTo(Sharing.ALL);
    assertThat(Presets.find("perceiver-imagenet-one-attend").orElseThrow().trunk())
        .isEqualTo(trunk.with(c -> c.crossAttends = List.of(0)));
  }

  @Test
  void documentsNameTheirOwnPreset() {
    for (String name :
        List.of(
            "perceiver-imagenet",
            "perceiver-imagenet-one-attend",
            "perceiver-modelnet40",
            "lucidrains-224")) {
      assertThat(Presets.document(name).orElseThrow().find("model.preset"))
          .contains(new ConfigNode.Scalar(name, Place.none()));
    }
    assertThat(Presets.document("small")).isEmpty();
    assertThat(Presets.document("../presets/lucidrains-224")).isEmpty();
  }
}
