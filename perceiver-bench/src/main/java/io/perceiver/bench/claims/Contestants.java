package io.perceiver.bench.claims;

import io.perceiver.api.position.FourierFeatures;
import io.perceiver.config.Presets;
import io.perceiver.nn.PerceiverConfig;
import java.util.List;

/**
 * The networks that are compared on permuted pixels. The learning rates are the better ones of 1e-3
 * and 3e-3 on Fashion-MNIST's validation pictures as they are, with one seed.
 */
final class Contestants {
  /** In even steps up to the grid's own Nyquist frequency, for all of them. */
  static final FourierFeatures FOURIER = FourierFeatures.of(8);

  private static final double SLOW = 1e-3;
  private static final double FAST = 3e-3;
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

  /** Creates one with the numbers of a trunk. */
  static Contestant perceiver(String name, PerceiverConfig trunk) {
    return new Contestant(name, trunk.toString(), SLOW, spec -> new PerceiverBody(spec, trunk));
  }

  /** A convolutional network. */
  static Contestant resNet(int filters) {
    return new Contestant(
        "ResNet-like",
        "residual network of %d, %d, %d filters".formatted(filters, 2 * filters, 4 * filters),
        FAST,
        spec -> new ResNetBody(spec, filters));
  }

  /** A transformer over patches. */
  static Contestant vit(VitSize size) {
    return new Contestant("ViT-like", size.toString(), SLOW, spec -> new VitBody(spec, size));
  }
}
