package io.perceiver.internal.config;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns one node into a value of a component's type. Problems are recorded, and then the result is
 * null: no value of a component is.
 */
final class ValueBinder {
  private final RecordBinder records;
  private final Problems problems;

  /** What a value is for: its dotted key, type, description and the value it replaces. */
  record Target(String key, Type type, @Nullable Setting setting, @Nullable Object current) {

    Target item(String itemKey, Type itemType, @Nullable Object itemCurrent) {
      return new Target(itemKey, itemType, setting, itemCurrent);
    }

    Type typeArgument(int index) {
      return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    Class<?> raw() {
      Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
      return raw instanceof Class<?> known ? known : Object.class;
    }
  }

  ValueBinder(RecordBinder records, Problems problems) {
    this.records = records;
    this.problems = problems;
  }

  @Nullable Object bind(Target target, ConfigNode node) {
    Class<?> raw = target.raw();
    if (raw == Optional.class) {
      return optional(target, node);
    }
    Class<?> recordType = target.current() instanceof Record current ? current.getClass() : raw;
    if (recordType.isRecord()) {
      return section(target, recordType.asSubclass(Record.class), node);
    }
    if (raw == Map.class) {
      return map(target, node);
    }
    if (raw == List.class) {
      return list(target, node);
    }
    return node instanceof ConfigNode.Scalar scalar
        ? scalar(target, raw, scalar)
        : refuse(target, node);
  }

  private @Nullable Object optional(Target target, ConfigNode node) {
    if (node instanceof ConfigNode.Null) {
      return Optional.empty();
    }
    Object current = target.current() instanceof Optional<?> held ? held.orElse(null) : null;
    Object value = bind(target.item(target.key(), target.typeArgument(0), current), node);
    return value == null ? null : Optional.of(value);
  }

  private @Nullable Object section(Target target, Class<? extends Record> type, ConfigNode node) {
    Record current = (Record) target.current();
    if (node instanceof ConfigNode.Mapping mapping) {
      return records.record(target.key(), mapping, type, current);
    }
    // a heading with nothing under it sets nothing
    return node instanceof ConfigNode.Null && current != null
        ? current
        : refuse(target.item(target.key(), type, current), node);
  }

  private @Nullable Object map(Target target, ConfigNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (target.current() instanceof Map<?, ?> current) {
      current.forEach((key, value) -> values.put((String) key, value));
    }
    if (node instanceof ConfigNode.Null) {
      return Collections.unmodifiableMap(values);
    }
    if (!(node instanceof ConfigNode.Mapping mapping) || target.typeArgument(0) != String.class) {
      return refuse(target, node);
    }
    boolean complete = true;
    for (Map.Entry<String, ConfigNode> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      Target item = target.item(target.key() + "." + key, target.typeArgument(1), values.get(key));
      Object value = bind(item, entry.getValue());
      complete &= value != null;
      if (value != null) {
        values.put(key, value);
      }
    }
    return complete ? Collections.unmodifiableMap(values) : null;
  }

  private @Nullable Object list(Target target, ConfigNode node) {
    if (node instanceof ConfigNode.Null) {
      return refuse(target, node);
    }
    List<ConfigNode> items =
        node instanceof ConfigNode.Sequence sequence ? sequence.items() : List.of(node);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String key = items.size() == 1 ? target.key() : target.key() + "[" + i + "]";
      Object value = bind(target.item(key, target.typeArgument(0), null), items.get(i));
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == items.size() ? List.copyOf(values) : null;
  }

  private @Nullable Object scalar(Target target, Class<?> type, ConfigNode.Scalar scalar) {
    String text = scalar.text();
    if (type == String.class) {
      return text;
    }
    if (type == Path.class) {
      return path(target, scalar);
    }
    if (type.isEnum()) {
      return constant(target, type, scalar);
    }
    if (type == boolean.class || type == Boolean.class) {
      return ScalarText.truth(text).isPresent()
          ? ScalarText.truth(text).get()
          : refuse(target, scalar);
    }
    if (type == int.class || type == Integer.class) {
      OptionalLong number = inRange(target, ScalarText.wholeNumber(text), scalar);
      if (number.isPresent() && number.getAsLong() != (int) number.getAsLong()) {
        return refuse(scalar, target.key(), "a whole number up to " + Integer.MAX_VALUE);
      }
      return number.isPresent() ? (Object) (int) number.getAsLong() : null;
    }
    if (type == long.class || type == Long.class) {
      OptionalLong number = inRange(target, ScalarText.wholeNumber(text), scalar);
      return number.isPresent() ? (Object) number.getAsLong() : null;
    }
    if (type == double.class
        || type == Double.class
        || type == float.class
        || type == Float.class) {
      OptionalDouble number = inRange(target, ScalarText.number(text), scalar);
      boolean single = type == float.class || type == Float.class;
      return number.isEmpty()
          ? null
          : single ? (Object) (float) number.getAsDouble() : (Object) number.getAsDouble();
    }
    return refuse(target, scalar);
  }

  private OptionalLong inRange(Target target, OptionalLong number, ConfigNode.Scalar scalar) {
    OptionalDouble real =
        number.isPresent()
            ? OptionalDouble.of((double) number.getAsLong())
            : OptionalDouble.empty();
    return inRange(target, real, scalar).isPresent() ? number : OptionalLong.empty();
  }

  private OptionalDouble inRange(Target target, OptionalDouble number, ConfigNode.Scalar scalar) {
    if (number.isEmpty()) {
      refuse(target, scalar);
      return number;
    }
    Setting setting = target.setting();
    double value = number.getAsDouble();
    if (setting != null && !Allowed.allows(setting, value)) {
      String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
      refuse(scalar, target.key(), Allowed.range(setting) + unit);
      return OptionalDouble.empty();
    }
    return number;
  }

  private @Nullable Object constant(Target target, Class<?> type, ConfigNode.Scalar scalar) {
    String wanted = scalar.text().toLowerCase(Locale.ROOT).replace('_', '-');
    for (Object constant : type.getEnumConstants()) {
      if (ScalarText.of((Enum<?>) constant).equals(wanted)) {
        return constant;
      }
    }
    String meant = RecordBinder.didYouMean(wanted, Allowed.constants(type));
    return refuse(scalar, target.key(), String.join(", ", Allowed.constants(type)) + meant);
  }

  private @Nullable Object path(Target target, ConfigNode.Scalar scalar) {
    try {
      if (!scalar.text().isBlank()) {
        return scalar.place().folder().resolve(scalar.text()).toAbsolutePath().normalize();
      }
    } catch (InvalidPathException refusedBelow) {
      // characters no file name has
    }
    return refuse(target, scalar);
  }

  private @Nullable Object refuse(Target target, ConfigNode node) {
    return refuse(node, target.key(), Allowed.values(target.type(), target.setting()));
  }

  private @Nullable Object refuse(ConfigNode node, String key, String allowed) {
    problems.add(
        key + ": " + node.shown() + " is not allowed; allowed: " + allowed + node.place().suffix());
    return null;
  }
}
