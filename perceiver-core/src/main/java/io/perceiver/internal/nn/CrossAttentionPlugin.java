package io.perceiver.internal.nn;

import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.CrossLayerPlugin;
import io.perceiver.api.layer.CrossLayerSpec;
import io.perceiver.api.layer.LayerFactory;

/** {@code model: {crossLayer: {type: cross-attention}}}, the papers' cross-attend. */
public final class CrossAttentionPlugin implements CrossLayerPlugin<NoLayerSettings> {
  /** Its name in configurations. */
  public static final String NAME = "cross-attention";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public NoLayerSettings defaults() {
    return new NoLayerSettings();
  }

  @Override
  public CrossLayer create(NoLayerSettings config, CrossLayerSpec spec, LayerFactory layers) {
    return layers.crossAttention(
        spec.latents().channels(), spec.inputChannels(), spec.attention(), spec.mlp());
  }
}
