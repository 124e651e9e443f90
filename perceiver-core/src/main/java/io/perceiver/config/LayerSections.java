package io.perceiver.config;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Plugin;
import io.perceiver.api.Problems;
import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.CrossLayerPlugin;
import io.perceiver.api.layer.CrossLayerSpec;
import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.LatentLayerPlugin;
import io.perceiver.api.layer.LatentLayerSpec;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.internal.nn.CrossAttentionPlugin;
import io.perceiver.internal.nn.NoLayerSettings;
import io.perceiver.internal.nn.SelfAttentionPlugin;
import io.perceiver.internal.nn.TrunkLayers;
import io.perceiver.plugin.PluginRegistry;
import java.util.function.BiFunction;
import org.apiguardian.api.API;

/**
 * What the trunk's layers are.
 *
 * @param cross {@code model.crossLayer}
 * @param latent {@code model.latentLayer}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LayerSections(LayerSection cross, LayerSection latent) {
  /** Key of {@link #cross} in the {@code model} section. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static final String CROSS = "crossLayer";

  /** Key of {@link #latent} in the {@code model} section. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static final String LATENT = "latentLayer";

  /** The papers' layers. */
  public static final LayerSections DEFAULT =
      new LayerSections(
          new LayerSection(CrossAttentionPlugin.NAME, new NoLayerSettings()),
          new LayerSection(SelfAttentionPlugin.NAME, new NoLayerSettings()));

  /** Returns these sections with the cross layer of a plugin. */
  public <C extends Record> LayerSections withCross(CrossLayerPlugin<C> plugin, C config) {
    return new LayerSections(new LayerSection(plugin.name(), config), latent);
  }

  /** Returns these sections with the latent layer of a plugin. */
  public <C extends Record> LayerSections withLatent(LatentLayerPlugin<C> plugin, C config) {
    return new LayerSections(cross, new LayerSection(plugin.name(), config));
  }

  /** Returns whether the cross layer is the papers', which needs no plugin to be found. */
  public boolean hasOwnCross() {
    return cross.equals(DEFAULT.cross);
  }

  /** Returns whether the latent layer is the papers', which needs no plugin to be found. */
  public boolean hasOwnLatent() {
    return latent.equals(DEFAULT.latent);
  }

  /**
   * Returns what a trunk is made of.
   *
   * @throws io.perceiver.api.PerceiverException if a plugin is missing
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public TrunkLayers create(PluginRegistry plugins) {
    return new TrunkLayers(
        hasOwnCross() ? TrunkLayers.DEFAULT.cross() : cross(plugins.crossLayer(cross.type())),
        hasOwnLatent() ? TrunkLayers.DEFAULT.latent() : latent(plugins.latentLayer(latent.type())));
  }

  private <C extends Record> TrunkLayers.Kind<CrossLayerSpec, CrossLayer> cross(
      CrossLayerPlugin<C> plugin) {
    return placed(CROSS, TrunkLayers.cross(plugin, typed(plugin, cross)));
  }

  private <C extends Record> TrunkLayers.Kind<LatentLayerSpec, LatentLayer> latent(
      LatentLayerPlugin<C> plugin) {
    return placed(LATENT, TrunkLayers.latent(plugin, typed(plugin, latent)));
  }

  /** What a plugin refuses is a problem of its section. */
  private static <S, L> TrunkLayers.Kind<S, L> placed(String key, TrunkLayers.Kind<S, L> kind) {
    BiFunction<S, LayerFactory, L> create = kind.create();
    return new TrunkLayers.Kind<>(
        kind.type(),
        (spec, layers) -> {
          try {
            return create.apply(spec, layers);
          } catch (InvalidSpecException e) {
            Problems problems = new Problems("");
            e.problems().forEach(problem -> problems.add("model." + key + "." + problem));
            problems.throwIfAny();
            throw e;
          }
        });
  }

  @SuppressWarnings("unchecked") // a plugin's defaults are of the type it accepts
  private static <C extends Record> C typed(Plugin<C> plugin, LayerSection section) {
    return (C) plugin.defaults().getClass().cast(section.config());
  }
}
