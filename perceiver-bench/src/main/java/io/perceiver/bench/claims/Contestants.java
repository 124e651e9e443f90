package io.perceiver.bench.claims;

import io.perceiver.config.Presets;
import io.perceiver.nn.PerceiverConfig;
import java.util.List;

/** The networks that are compared on permuted pixels. */
final class Contestants {
  private static final int FILTERS = 16;
  private static final VitSize VIT = new VitSize(4, 96, 3, 4);

  private Contestants() {}

  /** The Perceiver first. */
  static List<Contestant> all() {
    return List.of(perceiver(), resNet(FILTERS), vit(VIT));
  }

  /** The preset for small pictures. */
  static Contestant perceiver() {
    return perceiver("Perceiver", Presets.find(Presets.DEFAULT).orElseThrow().trunk());
  }

  /** With the numbers of a trunk. */
  static Contestant perceiver(String name, PerceiverConfig trunk) {
    return new Contestant(name, trunk.toString(), spec -> new PerceiverBody(spec, trunk));
  }

  /** A convolutional network. */
  static Contestant resNet(int filters) {
    return new Contestant(
        "ResNet-like",
        "residual network of %d, %d, %d filters".formatted(filters, 2 * filters, 4 * filters),
        spec -> new ResNetBody(spec, filters));
  }

  /** A transformer over patches. */
  static Contestant vit(VitSize size) {
    return new Contestant("ViT-like", size.toString(), spec -> new VitBody(spec, size));
  }
}
