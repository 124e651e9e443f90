package io.perceiver.internal.config;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Plugin;
import io.perceiver.config.DataConfig;
import io.perceiver.config.DataSection;
import io.perceiver.config.HeadSection;
import io.perceiver.config.LayerSections;
import io.perceiver.config.ModalitySection;
import io.perceiver.config.Preset;
import io.perceiver.config.Presets;
import io.perceiver.config.RunConfig;
import io.perceiver.nn.FusionConfig;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.train.TrainingConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a whole configuration: every section onto its record, every mistake into one report. */
public final class RunConfigReader {
  private static final String PRESET = "preset";
  private static final List<String> BASICS = RecordShape.of(RunBasics.class).names();
  private static final List<String> HEAD_BASICS = RecordShape.of(HeadBasics.class).names();
  private static final List<String> SECTIONS =
      List.of("model", "fusion", "modalities", "heads", "data", "training");

  private final Reading reading;
  private final ConfigNode.Mapping root;

  private final Map<String, ? extends Collection<String>> choices;
  private final boolean trains;

  private RunConfigReader(
      ConfigNode.Mapping root,
      PluginRegistry plugins,
      Map<String, ? extends Collection<String>> choices,
      boolean trains) {
    this.root = root;
    this.trains = trains;
    this.choices = new TreeMap<>(choices);
    this.reading = new Reading(plugins);
  }

  /**
   * Reads a configuration.
   *
   * @param plugins those its sections may name
   * @throws io.perceiver.api.InvalidSpecException with a line for every mistake of the whole file
   */
  public static RunConfig read(ConfigNode.Mapping root, PluginRegistry plugins) {
    return read(root, plugins, Map.of());
  }

  /**
   * Reads a configuration some of whose names the application decides, such as its optimisers.
   *
   * @param plugins those its sections may name
   * @param choices the values allowed at a dotted path, such as {@code training.optimizer.type}
   * @throws io.perceiver.api.InvalidSpecException with a line for every mistake of the whole file
   */
  public static RunConfig read(
      ConfigNode.Mapping root,
      PluginRegistry plugins,
      Map<String, ? extends Collection<String>> choices) {
    return new RunConfigReader(root, plugins, choices, true).run();
  }

  /**
   * Reads the configuration of a model that is trained already. What only its training needed may
   * be missing here: the optimiser, the schedule and the dataset format are not looked up.
   *
   * @param plugins those its other sections may name
   * @throws io.perceiver.api.InvalidSpecException with a line for every mistake of the whole file
   */
  public static RunConfig readTrained(ConfigNode.Mapping root, PluginRegistry plugins) {
    return new RunConfigReader(root, plugins, Map.of(), false).run();
  }

  private RunConfig run() {
    List<String> known = new ArrayList<>(BASICS);
    known.addAll(SECTIONS);
    reading.binder.refuseUnknown("", root, known);
    RunBasics basics = reading.binder.overlay("", root.only(BASICS), RunBasics.DEFAULT);
    ConfigNode.Mapping trunk = reading.section(root, "model", "model");
    PerceiverConfig model = model(trunk);
    LayerSections layers = new LayerReader(reading).read(trunk);
    FusionConfig fusion = section("fusion", FusionConfig.DEFAULT);
    Map<String, ModalitySection> modalities = modalities();
    checkNames("fusion.modalityDropout", fusion.modalityDropout(), modalities);
    checkNames("fusion.tokenMasking", fusion.tokenMasking(), modalities);
    Map<String, HeadSection> heads = heads();
    DataSection data = data();
    TrainingConfig training = section("training", TrainingConfig.DEFAULT);
    choices.forEach(this::checkChoice);
    reading.problems.throwIfAny();
    return new RunConfig(
        basics.seed(),
        basics.device(),
        basics.precision(),
        model,
        layers,
        fusion,
        modalities,
        heads,
        data,
        training);
  }

  private void checkChoice(String path, Collection<String> allowed) {
    Optional<ConfigNode> given = root.find(path);
    if (given.isPresent()
        && given.get() instanceof ConfigNode.Scalar scalar
        && !allowed.contains(scalar.text())) {
      String meant = RecordBinder.didYouMean(scalar.text(), allowed);
      reading.refuse(path, scalar, String.join(", ", new TreeSet<>(allowed)) + meant);
    }
  }

  private <R extends Record> R section(String key, R defaults) {
    return reading.binder.overlay(key, reading.section(root, key, key), defaults);
  }

  private PerceiverConfig model(ConfigNode.Mapping section) {
    String name = reading.text(section, "model", PRESET).orElse(Presets.DEFAULT);
    Optional<Preset> preset = Presets.find(name);
    if (preset.isEmpty()) {
      List<String> names = Presets.names();
      reading.refuse(
          "model." + PRESET,
          section.get(PRESET).orElse(section),
          String.join(", ", names) + RecordBinder.didYouMean(name, names));
    }
    PerceiverConfig start = preset.or(() -> Presets.find(Presets.DEFAULT)).orElseThrow().trunk();
    return reading.binder.overlay(
        "model", section.without(List.of(PRESET)).without(LayerReader.KEYS), start);
  }

  private Map<String, ModalitySection> modalities() {
    Map<String, ConfigNode.Mapping> sections = reading.named(root, "modalities");
    if (isEmpty("modalities")) {
      List<String> installed = reading.plugins.names(PluginKind.MODALITY);
      reading.missing(
          "modalities",
          root,
          List.of(
              "a section for each input, such as image: {}; installed: "
                  + String.join(", ", installed)));
    }
    ModalityReader reader = new ModalityReader(reading);
    Map<String, ModalitySection> modalities = new LinkedHashMap<>();
    sections.forEach(
        (name, section) ->
            reader.read(name, section).ifPresent(read -> modalities.put(name, read)));
    reader.checkFollowers(sections, modalities);
    checkInputs(modalities);
    return modalities;
  }

  private void checkInputs(Map<String, ModalitySection> modalities) {
    if (!modalities.isEmpty() && modalities.values().stream().noneMatch(m -> m.use().isInput())) {
      reading.problems.add(
          "modalities: none is an input, so the model would see nothing; set role: input for one of "
              + String.join(", ", modalities.keySet())
              + root.get("modalities").orElse(root).place().suffix());
    }
  }

  /** Whether the keys of a map of inputs are the model's; those in error count as well. */
  private void checkNames(
      String path, Map<String, Double> byModality, Map<String, ModalitySection> modalities) {
    List<String> known = new ArrayList<>();
    if (root.get("modalities").orElse(root) instanceof ConfigNode.Mapping named) {
      known.addAll(named.entries().keySet());
    }
    modalities.values().stream()
        .filter(modality -> !modality.use().isInput())
        .forEach(output -> known.remove(output.name()));
    for (String name : byModality.keySet()) {
      if (!known.contains(name)) {
        Place place = root.find(path + "." + name).map(ConfigNode::place).orElse(root.place());
        reading.problems.add(
            path
                + "."
                + name
                + ": the model has no such input; it has "
                + String.join(", ", known)
                + RecordBinder.didYouMean(name, known)
                + place.suffix());
      }
    }
  }

  private boolean isEmpty(String key) {
    ConfigNode node = root.get(key).orElse(new ConfigNode.Null(root.place()));
    return node instanceof ConfigNode.Null
        || (node instanceof ConfigNode.Mapping mapping && mapping.entries().isEmpty());
  }

  private Map<String, HeadSection> heads() {
    Map<String, HeadSection> heads = new LinkedHashMap<>();
    reading
        .named(root, "heads")
        .forEach((name, section) -> head(name, section).ifPresent(read -> heads.put(name, read)));
    return heads;
  }

  private Optional<HeadSection> head(String name, ConfigNode.Mapping section) {
    String path = "heads." + name;
    Optional<String> type = reading.text(section, path, "type");
    if (type.isEmpty()) {
      reading.missing(path + ".type", section, reading.plugins.names(PluginKind.HEAD));
      return Optional.empty();
    }
    return reading
        .plugin(path, section, "type", () -> reading.plugins.head(type.get()))
        .map(
            plugin -> {
              Record defaults = plugin.defaults();
              HeadBasics basics =
                  reading.binder.overlay(path, section.only(HEAD_BASICS), HeadBasics.DEFAULT);
              Record config =
                  reading.binder.overlay(
                      path, section.without(HEAD_BASICS).without(List.of("type")), defaults);
              return new HeadSection(name, plugin.name(), basics.weight(), config);
            });
  }

  private DataSection data() {
    ConfigNode.Mapping section = reading.section(root, "data", "data");
    List<String> common = RecordShape.of(DataConfig.class).names();
    DataConfig config = reading.binder.overlay("data", section.only(common), DataConfig.DEFAULT);
    ConfigNode.Mapping own = section.without(common);
    if (!trains && !reading.plugins.names(PluginKind.DATASET_FORMAT).contains(config.format())) {
      return new DataSection(config, Optional.empty(), own);
    }
    if (!config.format().equals(DataConfig.AUTO)) {
      Optional<DatasetFormat<?>> format =
          reading.plugin(
              "data", section, "format", () -> reading.plugins.datasetFormat(config.format()));
      if (format.isPresent()) {
        Record defaults = format.get().defaults();
        Record bound = reading.binder.overlay("data", own, defaults);
        return new DataSection(
            config, Optional.of(bound), ConfigNode.Mapping.empty(section.place()));
      }
      return DataSection.of(config);
    }
    List<String> known = new ArrayList<>(common);
    for (Plugin<?> format : reading.plugins.all(PluginKind.DATASET_FORMAT)) {
      known.addAll(RecordShape.of(format.defaults().getClass()).names());
    }
    reading.binder.refuseUnknown("data", own, known.stream().distinct().toList());
    return new DataSection(config, Optional.empty(), own);
  }
}
