package io.perceiver.internal.config;

import io.perceiver.config.DataSection;
import io.perceiver.config.LayerSection;
import io.perceiver.config.LayerSections;
import io.perceiver.config.PositionSection;
import io.perceiver.config.RunConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a whole configuration as YAML that reads back to an equal one, every key with its value,
 * also where that is the default.
 */
public final class RunConfigWriter {
  private final Map<String, ConfigNode> root = new LinkedHashMap<>();
  private final Map<String, String> comments = new LinkedHashMap<>();

  private RunConfigWriter() {}

  /**
   * Writes a configuration.
   *
   * @param commented whether each key is preceded by what it means, its unit and what is allowed
   */
  public static String write(RunConfig config, boolean commented) {
    RunConfigWriter writer = new RunConfigWriter();
    ConfigNode.Mapping node = writer.whole(config);
    return YamlText.of(node, commented ? writer.comments : Map.of());
  }

  /** Returns a configuration as the tree that {@link RunConfigReader} reads. */
  public static ConfigNode.Mapping node(RunConfig config) {
    return new RunConfigWriter().whole(config);
  }

  private ConfigNode.Mapping whole(RunConfig config) {
    ConfigNode.Mapping basics =
        record("", new RunBasics(config.seed(), config.device(), config.precision()));
    root.putAll(basics.entries());
    model(config);
    section("fusion", "how several modalities become one", config.fusion());
    modalities(config);
    heads(config);
    data(config.data());
    section("training", "how the model is trained", config.training());
    return mapping(root);
  }

  private void model(RunConfig config) {
    section("model", "the trunk; preset: NAME starts from another one's numbers", config.model());
    Map<String, ConfigNode> entries =
        new LinkedHashMap<>(record("model.", config.model()).entries());
    LayerSections layers = config.layers();
    entries.put(LayerSections.CROSS, layer(LayerSections.CROSS, layers.cross()));
    entries.put(LayerSections.LATENT, layer(LayerSections.LATENT, layers.latent()));
    comments.put("model." + LayerSections.CROSS, "the layers in which latents read the input");
    comments.put("model." + LayerSections.LATENT, "the layers of the latent transformer");
    root.put("model", mapping(entries));
  }

  private ConfigNode layer(String key, LayerSection section) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    entries.put("type", text(section.type()));
    entries.putAll(record("model." + key + ".", section.config()).entries());
    return mapping(entries);
  }

  private void section(String key, String meaning, Record record) {
    root.put(key, record(key + ".", record));
    comments.put(key, meaning);
  }

  private void modalities(RunConfig config) {
    Map<String, ConfigNode> sections = new LinkedHashMap<>();
    config
        .modalities()
        .forEach(
            (name, modality) -> {
              Map<String, ConfigNode> entries = new LinkedHashMap<>();
              String path = "modalities." + name + ".";
              entries.put("plugin", text(modality.plugin()));
              entries.put("role", text(ScalarText.of(modality.use().role())));
              modality
                  .use()
                  .follows()
                  .ifPresent(followed -> entries.put("follows", text(followed)));
              entries.putAll(record(path, modality.config()).entries());
              modality
                  .position()
                  .ifPresent(position -> entries.put("position", position(path, position)));
              comments.put(
                  path + "plugin",
                  "what makes it; position: {type: …} replaces its position encoding");
              comments.put(
                  path + "role",
                  "output: is read, but not shown to the model (allowed: input, output)");
              comments.put(path + "follows", "the modality whose crops, flips and turns it takes");
              sections.put(name, mapping(entries));
            });
    root.put("modalities", mapping(sections));
    comments.put("modalities", "inputs and outputs, by the model's names for them");
  }

  private ConfigNode position(String path, PositionSection position) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    if (!position.type().isEmpty()) {
      entries.put("type", text(position.type()));
    }
    entries.putAll(record(path + "position.", position.config()).entries());
    comments.put(path + "position", "how positions become channels");
    return mapping(entries);
  }

  private void heads(RunConfig config) {
    Map<String, ConfigNode> sections = new LinkedHashMap<>();
    config
        .heads()
        .forEach(
            (name, head) -> {
              Map<String, ConfigNode> entries = new LinkedHashMap<>();
              String path = "heads." + name + ".";
              entries.put("type", text(head.plugin()));
              entries.putAll(record(path, new HeadBasics(head.weight())).entries());
              entries.putAll(record(path, head.config()).entries());
              sections.put(name, mapping(entries));
            });
    root.put("heads", mapping(sections));
    comments.put("heads", "what the model is asked for, by the model's names for it");
  }

  private void data(DataSection data) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>(record("data.", data.common()).entries());
    data.format().ifPresent(format -> entries.putAll(missing(entries, record("data.", format))));
    entries.putAll(missing(entries, data.open()));
    root.put("data", mapping(entries));
    comments.put(
        "data", "where the examples come from; the dataset format's own keys stand here too");
  }

  /** Keys of a format that the section itself has mean the section's. */
  private static Map<String, ConfigNode> missing(
      Map<String, ConfigNode> entries, ConfigNode.Mapping more) {
    return more.without(entries.keySet()).entries();
  }

  private ConfigNode.Mapping record(String path, Record record) {
    ConfigWriter.comments(record)
        .forEach((key, comment) -> comments.putIfAbsent(path + key, comment));
    return ConfigWriter.node(record);
  }

  private static ConfigNode text(String text) {
    return new ConfigNode.Scalar(text, true, Place.none());
  }

  private static ConfigNode.Mapping mapping(Map<String, ConfigNode> entries) {
    return new ConfigNode.Mapping(entries, Place.none());
  }
}
