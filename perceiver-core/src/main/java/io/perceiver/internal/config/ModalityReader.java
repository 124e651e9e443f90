package io.perceiver.internal.config;

import io.perceiver.api.Augmentation;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Plugin;
import io.perceiver.api.PositionEncoding;
import io.perceiver.config.ModalitySection;
import io.perceiver.config.PositionSection;
import io.perceiver.data.ModalityRole;
import io.perceiver.data.ModalityUse;
import io.perceiver.internal.data.Followers;
import io.perceiver.plugin.PluginKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads one modality's section, and the {@code position} section in it. */
final class ModalityReader {
  private static final String PLUGIN = "plugin";
  private static final String POSITION = "position";
  private static final String ROLE = "role";
  private static final String FOLLOWS = "follows";
  private static final String TYPE = "type";

  private final Reading reading;
  private final Map<String, Augmentation<?, ?>> augmentations = new LinkedHashMap<>();

  ModalityReader(Reading reading) {
    this.reading = reading;
  }

  Optional<ModalitySection> read(String name, ConfigNode.Mapping section) {
    String path = "modalities." + name;
    String plugin = reading.text(section, path, PLUGIN).orElse(name);
    return reading
        .plugin(path, section, PLUGIN, () -> reading.plugins.modality(plugin))
        .flatMap(found -> bound(name, section, found));
  }

  private <C extends Record, T> Optional<ModalitySection> bound(
      String name, ConfigNode.Mapping section, ModalityPlugin<C, T> plugin) {
    String path = "modalities." + name;
    ModalityUse use = use(path, section);
    int before = reading.problems.all().size();
    C config =
        reading.binder.overlay(
            path, section.without(List.of(PLUGIN, ROLE, FOLLOWS, POSITION)), plugin.defaults());
    boolean sound = reading.problems.all().size() == before;
    Optional<Modality<T>> made =
        sound ? reading.attempt(path, section, () -> plugin.create(config)) : Optional.empty();
    made.ifPresent(parts -> augmentations.put(name, parts.augmentation()));
    // where the section is wrong, its position section is still looked at, over the plugin's own
    Optional<PositionEncoding> own = made.or(() -> quietly(plugin)).map(Modality::positionEncoding);
    Optional<ConfigNode> node =
        section.get(POSITION).filter(given -> !(given instanceof ConfigNode.Null));
    Optional<PositionSection> position =
        own.isPresent() && node.isPresent()
            ? position(path + "." + POSITION, node.get(), own.get())
            : Optional.empty();
    if (made.isPresent() && reading.problems.all().size() == before) {
      checkChannels(path + "." + POSITION, node, position, made.get());
    }
    return Optional.of(new ModalitySection(name, plugin.name(), use, config, position));
  }

  private ModalityUse use(String path, ConfigNode.Mapping section) {
    Optional<String> given = reading.text(section, path, ROLE);
    Optional<ModalityRole> role =
        Arrays.stream(ModalityRole.values())
            .filter(known -> ScalarText.of(known).equals(given.orElse(ScalarText.of(known))))
            .findFirst();
    if (role.isEmpty()) {
      reading.refuse(
          path + "." + ROLE,
          section.get(ROLE).orElse(section),
          String.join(", ", Allowed.constants(ModalityRole.class)));
    }
    return new ModalityUse(role.orElse(ModalityRole.INPUT), reading.text(section, path, FOLLOWS));
  }

  /**
   * Checks who follows whom, once all sections are read. A modality whose own section is wrong is
   * taken as one that fits none, and its followers are left alone.
   */
  void checkFollowers(Map<String, ConfigNode.Mapping> sections, Map<String, ModalitySection> read) {
    Map<String, String> follows = new LinkedHashMap<>();
    read.forEach(
        (name, modality) ->
            modality
                .use()
                .follows()
                .filter(followed -> augmentations.containsKey(name))
                .filter(
                    followed ->
                        augmentations.containsKey(followed) || !sections.containsKey(followed))
                .ifPresent(followed -> follows.put(name, followed)));
    new Followers(follows, augmentations)
        .problems()
        .forEach(
            (name, problem) -> {
              Place place =
                  Objects.requireNonNull(sections.get(name))
                      .get(FOLLOWS)
                      .map(ConfigNode::place)
                      .orElse(Place.none());
              reading.problems.add(
                  "modalities." + name + "." + FOLLOWS + ": " + problem + place.suffix());
            });
  }

  private static <C extends Record, T> Optional<Modality<T>> quietly(ModalityPlugin<C, T> plugin) {
    try {
      return Optional.of(plugin.create(plugin.defaults()));
    } catch (RuntimeException | LinkageError reportedAlready) {
      return Optional.empty();
    }
  }

  /** Asks for the channels now, so that bands for too many axes are found before training. */
  private void checkChannels(
      String path,
      Optional<ConfigNode> node,
      Optional<PositionSection> position,
      Modality<?> modality) {
    ConfigNode.Mapping section =
        node.isPresent() && node.get() instanceof ConfigNode.Mapping mapping
            ? mapping
            : ConfigNode.Mapping.empty(node.map(ConfigNode::place).orElse(Place.none()));
    PositionEncoding encoding =
        position.map(PositionSection::encoding).orElse(modality.positionEncoding());
    reading.attempt(
        path,
        section,
        () -> encoding.channels(modality.inputAdapter().output(modality.tokenizer().spec())));
  }

  /**
   * The encoding of a section; {@code position: none} is short for {@code position: {type: none}}.
   */
  private Optional<PositionSection> position(String path, ConfigNode node, PositionEncoding own) {
    ConfigNode.Mapping section =
        node instanceof ConfigNode.Scalar
            ? ConfigNode.Mapping.empty(node.place()).with(TYPE, node)
            : reading.asSection(node, path);
    Optional<String> type = reading.text(section, path, TYPE);
    if (type.isEmpty()) {
      return ownEncoding(path, section, own);
    }
    return reading
        .plugin(path, section, TYPE, () -> reading.plugins.positionEncoding(type.get()))
        .flatMap(
            plugin -> {
              Record defaults = plugin.defaults();
              boolean isOwn = own.getClass() == defaults.getClass();
              return overlaid(path, section, type.get(), isOwn ? (Record) own : defaults);
            });
  }

  private Optional<PositionSection> ownEncoding(
      String path, ConfigNode.Mapping section, PositionEncoding own) {
    if (!(own instanceof Record defaults)) {
      reading.missing(
          path + "." + TYPE, section, reading.plugins.names(PluginKind.POSITION_ENCODING));
      return Optional.empty();
    }
    String type =
        reading.plugins.all(PluginKind.POSITION_ENCODING).stream()
            .filter(plugin -> plugin.defaults().getClass() == own.getClass())
            .map(Plugin::name)
            .findFirst()
            .orElse("");
    return overlaid(path, section, type, defaults);
  }

  private Optional<PositionSection> overlaid(
      String path, ConfigNode.Mapping section, String type, Record defaults) {
    Record bound = reading.binder.overlay(path, section.without(List.of(TYPE)), defaults);
    return Optional.of(new PositionSection(type, (PositionEncoding) bound));
  }
}
