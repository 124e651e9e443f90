package io.perceiver.internal.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of a configuration: a tree of mappings, sequences and scalars in which every node knows
 * the place it came from. Immutable. Two nodes are equal if their values are, wherever they came
 * from.
 *
 * <p>A scalar is its text; whether that is a number, a switch or a name is decided by the record
 * component it is bound to, so {@code no} is a fine class name and {@code 1e-3} a fine number.
 */
public sealed interface ConfigNode {

  /** Where the node came from. */
  Place place();

  /** The value as it is shown in messages, shortened where it is long. */
  String shown();

  /**
   * This node with another laid over it: mappings are merged key by key, anything else is replaced.
   */
  default ConfigNode overlay(ConfigNode other) {
    return other;
  }

  /**
   * Keys with values, in the order they were written.
   *
   * @param entries the values by key
   * @param place of the mapping itself
   */
  record Mapping(Map<String, ConfigNode> entries, Place place) implements ConfigNode {

    /** Copies the entries. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A mapping without keys. */
    public static Mapping empty(Place place) {
      return new Mapping(Map.of(), place);
    }

    /** The value of one key of this mapping. */
    public Optional<ConfigNode> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** The value at a dotted path, such as {@code training.schedule.warmup}. */
    public Optional<ConfigNode> find(String path) {
      ConfigNode node = this;
      for (String key : path.split("\\.", -1)) {
        Optional<ConfigNode> next =
            node instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
        if (next.isEmpty()) {
          return next;
        }
        node = next.get();
      }
      return Optional.of(node);
    }

    /**
     * This mapping with one value set, making the mappings on the way; a mapping is laid over the
     * one that is there.
     *
     * @param path dotted
     */
    public Mapping with(String path, ConfigNode value) {
      int dot = path.indexOf('.');
      if (dot < 0) {
        return overlay(new Mapping(Map.of(path, value), place));
      }
      ConfigNode inner = Mapping.empty(value.place()).with(path.substring(dot + 1), value);
      return overlay(new Mapping(Map.of(path.substring(0, dot), inner), place));
    }

    /** This mapping without some keys. */
    public Mapping without(Collection<String> keys) {
      Map<String, ConfigNode> kept = new LinkedHashMap<>(entries);
      kept.keySet().removeAll(keys);
      return new Mapping(kept, place);
    }

    /** This mapping with some keys and no others. */
    public Mapping only(Collection<String> keys) {
      Map<String, ConfigNode> kept = new LinkedHashMap<>(entries);
      kept.keySet().retainAll(keys);
      return new Mapping(kept, place);
    }

    /** This mapping with another laid over it, key by key at every depth. */
    public Mapping overlay(Mapping other) {
      Map<String, ConfigNode> merged = new LinkedHashMap<>(entries);
      other.entries.forEach((key, value) -> merged.merge(key, value, ConfigNode::overlay));
      return new Mapping(merged, place);
    }

    @Override
    public ConfigNode overlay(ConfigNode other) {
      return other instanceof Mapping mapping ? overlay(mapping) : other;
    }

    @Override
    public String shown() {
      return entries.isEmpty() ? "{}" : "a section with " + String.join(", ", entries.keySet());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping mapping && entries.equals(mapping.entries);
    }

    @Override
    public int hashCode() {
      return entries.hashCode();
    }
  }

  /**
   * A list of values.
   *
   * @param items the values in order
   * @param place of the list itself
   */
  record Sequence(List<ConfigNode> items, Place place) implements ConfigNode {

    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      List<String> shown = new ArrayList<>();
      for (ConfigNode item : items.subList(0, Math.min(8, items.size()))) {
        shown.add(item.shown());
      }
      return "[" + String.join(", ", shown) + (items.size() > 8 ? ", …]" : "]");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sequence sequence && items.equals(sequence.items);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes
   * @param isText whether to write it so that every YAML reader takes it for text; binding does not
   *     look at this
   * @param place where it stands
   */
  record Scalar(String text, boolean isText, Place place) implements ConfigNode {
    private static final int SHOWN_CHARACTERS = 80;

    /** A scalar that is text unless it looks like a number, true or false. */
    public Scalar(String text, Place place) {
      this(text, ScalarText.number(text).isEmpty() && ScalarText.truth(text).isEmpty(), place);
    }

    @Override
    public String shown() {
      String line =
          text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
      return ScalarText.isNumber(line) ? line : "'" + line.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Scalar scalar && text.equals(scalar.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /**
   * A key without a value, or {@code null}.
   *
   * @param place where it stands
   */
  record Null(Place place) implements ConfigNode {

    @Override
    public String shown() {
      return "null";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Null;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
