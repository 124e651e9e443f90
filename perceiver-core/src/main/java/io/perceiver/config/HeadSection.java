package io.perceiver.config;

import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.internal.config.HeadBasics;
import io.perceiver.internal.plugin.PluginCall;
import io.perceiver.plugin.PluginRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * One head of a model.
 *
 * @param name the model's name for it
 * @param plugin name of the plugin that makes it, the section's {@code type}
 * @param weight what the losses of its outputs count among those of the model's
 * @param config the plugin's record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HeadSection(String name, String plugin, double weight, Record config) {

  /** A section whose losses count as they are. */
  public HeadSection(String name, String plugin, Record config) {
    this(name, plugin, HeadBasics.DEFAULT.weight(), config);
  }

  /**
   * This section with what the training data decides, such as class names, filled in.
   *
   * @param rows the rows of the training examples, by column name
   * @throws io.perceiver.api.PerceiverException if the plugin is missing or the data cannot serve
   *     it
   */
  public HeadSection resolve(PluginRegistry plugins, Collection<Map<String, String>> rows) {
    return new HeadSection(name, plugin, weight, resolved(plugins.head(plugin), rows));
  }

  /** The manifest columns its targets are read from. */
  public Set<String> columns(PluginRegistry plugins) {
    return columnsOf(plugins.head(plugin));
  }

  /**
   * Makes the head.
   *
   * @throws io.perceiver.api.PerceiverException if the plugin is missing or something is still open
   */
  public Head create(PluginRegistry plugins) {
    return made(plugins.head(plugin));
  }

  private <C extends Record> C resolved(HeadPlugin<C> maker, Collection<Map<String, String>> rows) {
    return PluginCall.of(place("resolve"), () -> maker.resolve(typed(maker), rows));
  }

  private <C extends Record> Set<String> columnsOf(HeadPlugin<C> maker) {
    return PluginCall.of(place("columns"), () -> maker.columns(typed(maker)));
  }

  private <C extends Record> Head made(HeadPlugin<C> maker) {
    return PluginCall.of(place("create"), () -> maker.create(typed(maker)));
  }

  private String place(String method) {
    return "heads.%s: %s of the plugin '%s'".formatted(name, method, plugin);
  }

  @SuppressWarnings("unchecked") // a plugin's defaults are of the type it accepts
  private <C extends Record> C typed(HeadPlugin<C> maker) {
    return (C) maker.defaults().getClass().cast(config);
  }
}
