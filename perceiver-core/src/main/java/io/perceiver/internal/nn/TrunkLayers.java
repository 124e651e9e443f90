package io.perceiver.internal.nn;

import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.CrossLayerPlugin;
import io.perceiver.api.layer.CrossLayerSpec;
import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.LatentLayerPlugin;
import io.perceiver.api.layer.LatentLayerSpec;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.internal.plugin.PluginCall;
import java.util.function.BiFunction;

/**
 * The kinds of layers a trunk is made of.
 *
 * @param cross what its cross-attends are
 * @param latent what the layers of its latent transformer are
 */
public record TrunkLayers(
    Kind<CrossLayerSpec, CrossLayer> cross, Kind<LatentLayerSpec, LatentLayer> latent) {

  /** The papers' layers. */
  public static final TrunkLayers DEFAULT =
      new TrunkLayers(
          cross(new CrossAttentionPlugin(), new NoLayerSettings()),
          latent(new SelfAttentionPlugin(), new NoLayerSettings()));

  /**
   * A kind of layer.
   *
   * @param type its name in configurations
   * @param create makes a layer, new at each call
   */
  public record Kind<S, L>(String type, BiFunction<S, LayerFactory, L> create) {}

  /** Returns the kind of a plugin. */
  public static <C extends Record> Kind<CrossLayerSpec, CrossLayer> cross(
      CrossLayerPlugin<C> plugin, C config) {
    String place = "model.crossLayer: create of the plugin '%s'".formatted(plugin.name());
    return new Kind<>(
        plugin.name(),
        (spec, layers) -> PluginCall.of(place, () -> plugin.create(config, spec, layers)));
  }

  /** Returns the kind of a plugin. */
  public static <C extends Record> Kind<LatentLayerSpec, LatentLayer> latent(
      LatentLayerPlugin<C> plugin, C config) {
    String place = "model.latentLayer: create of the plugin '%s'".formatted(plugin.name());
    return new Kind<>(
        plugin.name(),
        (spec, layers) -> PluginCall.of(place, () -> plugin.create(config, spec, layers)));
  }

  /** Returns these kinds with another latent layer. */
  public <C extends Record> TrunkLayers withLatent(LatentLayerPlugin<C> plugin, C config) {
    return new TrunkLayers(cross, latent(plugin, config));
  }

  /** Returns these kinds with another cross layer. */
  public <C extends Record> TrunkLayers withCross(CrossLayerPlugin<C> plugin, C config) {
    return new TrunkLayers(cross(plugin, config), latent);
  }
}
