package io.perceiver.config;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.text.Nearest;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The published trunks, and a small one. Some come with a whole configuration, {@link #document},
 * as their numbers mean little without the input they were made for.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Presets {
  /** The preset where {@code model.preset} is not given. */
  public static final String DEFAULT = "small";

  private static final List<Preset> ALL =
      List.of(
          new Preset(
              DEFAULT,
              "Ours: for small images on a processor; 3 cross-attends, one latent layer each, narrow heads.",
              small()),
          new Preset(
              "perceiver-imagenet",
              "Perceiver (Jaegle et al. 2021, arXiv 2103.03206v2), §4.1 and Table 6: 8 cross-attends,"
                  + " 6 latent layers each, weights shared, 44.9M parameters.",
              PerceiverConfig.paper(8, 6, 512, 1024)),
          new Preset(
              "perceiver-imagenet-one-attend",
              "Perceiver (arXiv 2103.03206v2), Table 6: as perceiver-imagenet with one cross-attend"
                  + " at the start, 42.1M parameters.",
              PerceiverConfig.paper(8, 6, 512, 1024).with(c -> c.crossAttends = List.of(0))),
          new Preset(
              "perceiver-modelnet40",
              "Perceiver (arXiv 2103.03206v2), §4.3: 2 cross-attends, 6 latent layers each; sharing as"
                  + " on ImageNet, about which the paper is silent.",
              PerceiverConfig.paper(2, 6, 512, 1024)),
          new Preset(
              "perceiver-audioset",
              "Perceiver (arXiv 2103.03206v2), §4.2: 2 cross-attends, 8 latent layers each, nothing"
                  + " shared; sizes as on ImageNet where the paper gives none.",
              PerceiverConfig.paper(2, 8, 512, 1024)
                  .with(
                      c -> {
                        c.crossAttentionSharing = Sharing.NONE;
                        c.latentSharing = Sharing.NONE;
                      })),
          new Preset(
              "lucidrains-224",
              "lucidrains/perceiver-pytorch, the README's example: depth 6, 256 latents × 512, 8 latent"
                  + " heads of 64.",
              PerceiverConfig.lucidrains(6, 256, 512)));

  private Presets() {}

  /** All presets. */
  public static List<Preset> all() {
    return ALL;
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(Preset::name).toList();
  }

  /** The preset of a name. */
  public static Optional<Preset> find(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /**
   * Returns the trunk of a preset.
   *
   * @throws PerceiverException if there is none of that name; lists those there are
   */
  public static PerceiverConfig trunk(String name) {
    return find(name)
        .map(Preset::trunk)
        .orElseThrow(
            () ->
                new PerceiverException(
                    "no preset is named '%s'; there are %s.%s"
                        .formatted(
                            name, String.join(", ", names()), Nearest.question(name, names()))));
  }

  /** The whole configuration of a preset, where it has one. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static Optional<ConfigNode.Mapping> document(String name) {
    String resource = "presets/" + name + ".yaml";
    ClassLoader loader = Presets.class.getClassLoader();
    return find(name).isEmpty() || loader.getResource(resource) == null
        ? Optional.empty()
        : Optional.of(YamlReader.resource(loader, resource));
  }

  private static PerceiverConfig small() {
    AttentionConfig heads = AttentionConfig.ofHeads(1, 32);
    return new PerceiverConfig(
        32,
        96,
        3,
        List.of(),
        1,
        Sharing.NONE,
        Sharing.NONE,
        heads,
        AttentionConfig.ofHeads(4, 24),
        new MlpConfig(2, Activation.GELU_TANH, 0),
        List.of(),
        MaskedRows.ZERO,
        new InitConfig(0.02, LinearInit.DEEPMIND, 0.02));
  }
}
