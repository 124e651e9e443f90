package io.perceiver.internal.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records as YAML, in the order of their components, that {@link RecordBinder} binds back to
 * an equal record. Paths are written absolute, so that the text means the same in any folder.
 */
public final class ConfigWriter {
  private final Map<String, String> comments = new LinkedHashMap<>();

  private ConfigWriter() {}

  /** The record as YAML. */
  public static String plain(Record config) {
    return YamlText.of(node(config), Map.of());
  }

  /** The record as YAML with a comment above each key: what it means, its unit, what is allowed. */
  public static String commented(Record config) {
    return YamlText.of(node(config), comments(config));
  }

  /** The record as a tree, as its YAML would be read. */
  public static ConfigNode.Mapping node(Record config) {
    return new ConfigWriter().mapping("", config);
  }

  /** The comments of a record's keys, by dotted path; of nested records too. */
  public static Map<String, String> comments(Record config) {
    ConfigWriter writer = new ConfigWriter();
    writer.mapping("", config);
    return writer.comments;
  }

  private ConfigNode.Mapping mapping(String section, Record config) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    for (RecordShape.Component component : RecordShape.of(config.getClass()).components()) {
      String key = section + component.name();
      String comment = Allowed.comment(component);
      if (!comment.isEmpty()) {
        comments.put(key, comment);
      }
      entries.put(component.name(), value(key, component.of(config)));
    }
    return new ConfigNode.Mapping(entries, Place.none());
  }

  private ConfigNode value(String key, Object value) {
    if (value instanceof Record nested) {
      return mapping(key + ".", nested);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? value(key, optional.get()) : new ConfigNode.Null(Place.none());
    }
    if (value instanceof List<?> list) {
      List<ConfigNode> items = new ArrayList<>();
      list.forEach(item -> items.add(value(key, item)));
      return new ConfigNode.Sequence(items, Place.none());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, ConfigNode> entries = new LinkedHashMap<>();
      map.forEach((name, item) -> entries.put((String) name, value(key + "." + name, item)));
      return new ConfigNode.Mapping(entries, Place.none());
    }
    return scalar(value);
  }

  private static ConfigNode scalar(Object value) {
    if (value instanceof String text) {
      return new ConfigNode.Scalar(text, true, Place.none());
    }
    if (value instanceof Double || value instanceof Float) {
      return literal(ScalarText.of(Double.parseDouble(value.toString())));
    }
    if (value instanceof Enum<?> constant) {
      return new ConfigNode.Scalar(ScalarText.of(constant), true, Place.none());
    }
    if (value instanceof Path path) {
      return new ConfigNode.Scalar(
          path.toAbsolutePath().normalize().toString(), true, Place.none());
    }
    return literal(value.toString());
  }

  private static ConfigNode literal(String text) {
    return new ConfigNode.Scalar(text, false, Place.none());
  }
}
