package io.perceiver.internal.config;

import java.util.Map;

/** Lays a configuration out as YAML: sections as blocks, lists of single values on one line. */
final class YamlText {
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> comments;

  private YamlText(Map<String, String> comments) {
    this.comments = comments;
  }

  /**
   * Writes a mapping.
   *
   * @param comments by dotted path of the key they are put above
   */
  static String of(ConfigNode.Mapping config, Map<String, String> comments) {
    if (config.entries().isEmpty()) {
      return "{}\n";
    }
    YamlText text = new YamlText(comments);
    text.mapping(config, "", "");
    return text.out.toString();
  }

  private void mapping(ConfigNode.Mapping mapping, String indent, String section) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              String comment = comments.get(section + key);
              if (comment != null) {
                out.append(indent).append("# ").append(comment).append('\n');
              }
              out.append(indent).append(ScalarText.quotedIfNeeded(key)).append(':');
              value(value, indent, section + key + ".");
            });
  }

  private void value(ConfigNode value, String indent, String section) {
    if (value instanceof ConfigNode.Mapping mapping && !mapping.entries().isEmpty()) {
      out.append('\n');
      mapping(mapping, indent + "  ", section);
    } else if (value instanceof ConfigNode.Sequence sequence && !fitsOneLine(sequence)) {
      out.append('\n');
      for (ConfigNode item : sequence.items()) {
        item(item, indent + "  ");
      }
    } else {
      out.append(' ').append(flow(value)).append('\n');
    }
  }

  private void item(ConfigNode item, String indent) {
    // no path has an empty part, so the keys of a list's items get no comments
    if (item instanceof ConfigNode.Mapping mapping && !mapping.entries().isEmpty()) {
      int start = out.length();
      mapping(mapping, indent + "  ", "..");
      out.setCharAt(start + indent.length(), '-');
    } else {
      out.append(indent).append('-');
      value(item, indent, "..");
    }
  }

  private static boolean fitsOneLine(ConfigNode.Sequence sequence) {
    return sequence.items().stream()
        .noneMatch(
            item ->
                item instanceof ConfigNode.Mapping
                    || (item instanceof ConfigNode.Sequence inner && !fitsOneLine(inner)));
  }

  private static String flow(ConfigNode node) {
    if (node instanceof ConfigNode.Sequence sequence) {
      return sequence.items().stream()
          .map(YamlText::flow)
          .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof ConfigNode.Scalar scalar) {
      return scalar.isText() ? ScalarText.quotedIfNeeded(scalar.text()) : scalar.text();
    }
    return node instanceof ConfigNode.Null ? "null" : "{}";
  }
}
