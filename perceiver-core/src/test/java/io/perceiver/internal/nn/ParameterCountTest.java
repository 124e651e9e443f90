package io.perceiver.internal.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.position.ChannelOrder;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.config.Presets;
import io.perceiver.head.ClassificationConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published models' numbers of parameters; no array is made for them. */
class ParameterCountTest {

  @ParameterizedTest
  @CsvSource({
    "perceiver-imagenet-one-attend, 42135859",
    "perceiver-imagenet, 44912254",
    "lucidrains-224, 45187140"
  })
  void presetsHaveThePublishedNumberOfParameters(String preset, long published) {
    PerceiverConfig trunk = Presets.find(preset).orElseThrow().trunk();
    assertThat(Weights.count(network(preset, trunk))).isEqualTo(published);
  }

  @Test
  void withoutSharingTheImageNetModelIsSevenTimesAsLarge() {
    String preset = "perceiver-imagenet";
    PerceiverConfig trunk =
        Presets.find(preset)
            .orElseThrow()
            .trunk()
            .with(
                c -> {
                  c.crossAttentionSharing = Sharing.NONE;
                  c.latentSharing = Sharing.NONE;
                });
    assertThat(Weights.count(network(preset, trunk))).isEqualTo(326_241_856);
  }

  @Test
  void aSharedLayerIsCountedOnceAndNamedOnce() {
    PerceiverConfig config = PerceiverConfig.paper(8, 6, 16, 32);
    PerceiverTrunk trunk = new PerceiverTrunk(10, config, new PlainKernels());
    assertThat(trunk.steps()).hasSize(8 * (1 + 6));
    List<String> sets =
        Weights.named(trunk).keySet().stream()
            .map(name -> name.substring(0, name.indexOf('.')))
            .distinct()
            .toList();
    assertThat(sets)
        .containsExactlyInAnyOrder(
            "latents",
            "cross0",
            "cross1",
            "latent0x0",
            "latent0x1",
            "latent0x2",
            "latent0x3",
            "latent0x4",
            "latent0x5");
  }

  /** The network of a preset's document: its image, positions and head, and any trunk. */
  private static Perceiver network(String preset, PerceiverConfig trunk) {
    Document document = new Document(Presets.document(preset).orElseThrow());
    String position = "modalities.image.position.";
    FourierFeatures encoding =
        FourierFeatures.of(
                document.number(position + "bands"), document.number(position + "maxFrequency"))
            .in(document.order(position + "order"));
    ByteArraySpec image =
        ByteArraySpec.grid(
            3,
            "colours",
            document.number("modalities.image.height"),
            document.number("modalities.image.width"));
    ClassificationConfig head =
        new ClassificationConfig(
            "label",
            List.of(),
            document.number("heads.label.classCount"),
            Boolean.parseBoolean(document.text("heads.label.norm", "")),
            false,
            0,
            false,
            List.of(),
            0);
    return Perceiver.builder()
        .modality("image", ModalityInput.of(image, encoding))
        .trunk(trunk)
        .head("label", new ClassificationHead(head))
        .kernels(new PlainKernels())
        .build();
  }

  private record Document(ConfigNode.Mapping root) {

    String text(String path, String otherwise) {
      return root.find(path).map(node -> ((ConfigNode.Scalar) node).text()).orElse(otherwise);
    }

    int number(String path) {
      return Integer.parseInt(text(path, ""));
    }

    ChannelOrder order(String path) {
      return ChannelOrder.valueOf(text(path, "paper").toUpperCase(Locale.ROOT));
    }
  }
}
