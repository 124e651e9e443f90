package io.perceiver.internal.nn;

import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.LatentLayerPlugin;
import io.perceiver.api.layer.LatentLayerSpec;
import io.perceiver.api.layer.LayerFactory;

/** {@code model: {latentLayer: {type: self-attention}}}, the papers' latent transformer. */
public final class SelfAttentionPlugin implements LatentLayerPlugin<NoLayerSettings> {
  /** Its name in configurations. */
  public static final String NAME = "self-attention";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public NoLayerSettings defaults() {
    return new NoLayerSettings();
  }

  @Override
  public LatentLayer create(NoLayerSettings config, LatentLayerSpec spec, LayerFactory layers) {
    return layers.selfAttention(spec.latents().channels(), spec.attention(), spec.mlp());
  }
}
