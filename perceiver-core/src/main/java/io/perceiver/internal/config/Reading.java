package io.perceiver.internal.config;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import io.perceiver.plugin.PluginRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the readers of all sections share: where problems go, and how sections are found. */
final class Reading {
  private static final String NAMES = "letters, digits, _ and -, beginning with a letter";

  final PluginRegistry plugins;
  final Problems problems = new Problems("");
  final RecordBinder binder = new RecordBinder(problems);

  Reading(PluginRegistry plugins) {
    this.plugins = plugins;
  }

  /** A section of a section; empty where it is missing or has no keys. */
  ConfigNode.Mapping section(ConfigNode.Mapping parent, String path, String key) {
    return asSection(parent.get(key).orElse(new ConfigNode.Null(parent.place())), path);
  }

  /** A node as a section; one that is none becomes a problem. */
  ConfigNode.Mapping asSection(ConfigNode node, String path) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return mapping;
    }
    if (!(node instanceof ConfigNode.Null)) {
      refuse(path, node, "a section of keys");
    }
    return ConfigNode.Mapping.empty(node.place());
  }

  /** The sections a section holds under names of the user's choice. */
  Map<String, ConfigNode.Mapping> named(ConfigNode.Mapping root, String key) {
    Map<String, ConfigNode.Mapping> sections = new LinkedHashMap<>();
    section(root, key, key)
        .entries()
        .forEach(
            (name, node) -> {
              String path = key + "." + name;
              if (name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
                sections.put(name, asSection(node, path));
              } else {
                problems.add(
                    key
                        + ": the name '"
                        + name
                        + "' is not allowed; allowed: "
                        + NAMES
                        + node.place().suffix());
              }
            });
    return sections;
  }

  /** The text under a key; empty where it is missing, null, or refused. */
  Optional<String> text(ConfigNode.Mapping section, String path, String key) {
    Optional<ConfigNode> node = section.get(key);
    if (node.isPresent() && node.get() instanceof ConfigNode.Scalar scalar) {
      return Optional.of(scalar.text());
    }
    if (node.isPresent() && !(node.get() instanceof ConfigNode.Null)) {
      refuse(path + "." + key, node.get(), "a name");
    }
    return Optional.empty();
  }

  /** Runs a stranger's or our own check; what it throws becomes problems of the section. */
  <T> Optional<T> attempt(String path, ConfigNode.Mapping section, Supplier<T> action) {
    try {
      return Optional.of(action.get());
    } catch (InvalidSpecException e) {
      e.problems().forEach(problem -> problems.add(RecordBinder.placed(path, section, problem)));
    } catch (PerceiverException e) {
      problems.add(path + ": " + e.getMessage() + section.place().suffix());
    } catch (RuntimeException | LinkageError e) { // a plugin's own mistake, named by its section
      problems.add(path + ": cannot be used: " + e + section.place().suffix());
    }
    return Optional.empty();
  }

  /** Looks a plugin up; an unknown or disabled one becomes a problem of the key. */
  <T> Optional<T> plugin(String path, ConfigNode.Mapping section, String key, Supplier<T> lookup) {
    try {
      return Optional.of(lookup.get());
    } catch (PerceiverException e) {
      Place place = section.get(key).map(ConfigNode::place).orElse(section.place());
      problems.add(path + "." + key + ": " + e.getMessage() + place.suffix());
      return Optional.empty();
    }
  }

  void missing(String path, ConfigNode.Mapping section, List<String> allowed) {
    problems.add(
        path + ": is missing; allowed: " + String.join(", ", allowed) + section.place().suffix());
  }

  void refuse(String path, ConfigNode node, String allowed) {
    problems.add(
        path
            + ": "
            + node.shown()
            + " is not allowed; allowed: "
            + allowed
            + node.place().suffix());
  }
}
