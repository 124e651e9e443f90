package io.perceiver.internal.config;

import io.perceiver.api.Plugin;
import io.perceiver.config.LayerSection;
import io.perceiver.config.LayerSections;
import io.perceiver.plugin.PluginKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code model.crossLayer} and {@code model.latentLayer}. */
final class LayerReader {
  static final List<String> KEYS = List.of(LayerSections.CROSS, LayerSections.LATENT);
  private static final String TYPE = "type";

  private final Reading reading;

  LayerReader(Reading reading) {
    this.reading = reading;
  }

  LayerSections read(ConfigNode.Mapping model) {
    return new LayerSections(
        section(model, LayerSections.CROSS, PluginKind.CROSS_LAYER, reading.plugins::crossLayer)
            .orElse(LayerSections.DEFAULT.cross()),
        section(model, LayerSections.LATENT, PluginKind.LATENT_LAYER, reading.plugins::latentLayer)
            .orElse(LayerSections.DEFAULT.latent()));
  }

  /** {@code latentLayer: NAME} is short for {@code latentLayer: {type: NAME}}. */
  private Optional<LayerSection> section(
      ConfigNode.Mapping model,
      String key,
      PluginKind kind,
      Function<String, ? extends Plugin<?>> lookup) {
    Optional<ConfigNode> node = model.get(key).filter(n -> !(n instanceof ConfigNode.Null));
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String path = "model." + key;
    ConfigNode.Mapping section =
        node.get() instanceof ConfigNode.Scalar
            ? ConfigNode.Mapping.empty(node.get().place()).with(TYPE, node.get())
            : reading.asSection(node.get(), path);
    Optional<String> type = reading.text(section, path, TYPE);
    if (type.isEmpty()) {
      reading.missing(path + "." + TYPE, section, reading.plugins.names(kind));
      return Optional.empty();
    }
    ConfigNode.Mapping settings = section.without(List.of(TYPE));
    if (own(key).type().equals(type.get())) { // part of the core: there without being found
      return Optional.of(bound(path, type.get(), settings, own(key).config()));
    }
    return reading
        .plugin(path, section, TYPE, () -> lookup.apply(type.get()))
        .map(plugin -> bound(path, type.get(), settings, plugin.defaults()));
  }

  private static LayerSection own(String key) {
    return key.equals(LayerSections.CROSS)
        ? LayerSections.DEFAULT.cross()
        : LayerSections.DEFAULT.latent();
  }

  private LayerSection bound(
      String path, String type, ConfigNode.Mapping settings, Record defaults) {
    return new LayerSection(type, reading.binder.overlay(path, settings, defaults));
  }
}
