package io.perceiver.internal.config;

import io.perceiver.api.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words which values a component accepts. */
final class Allowed {
  private static final Set<Type> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Type> REAL =
      Set.of(double.class, Double.class, float.class, Float.class);

  private Allowed() {}

  /**
   * The values of a type within a setting's range: {@code a whole number in pixels, at least 1}.
   */
  static String values(Type type, @Nullable Setting setting) {
    if (WHOLE.contains(type) || REAL.contains(type)) {
      String unit = setting == null || setting.unit().isEmpty() ? "" : " in " + setting.unit();
      String range = range(setting);
      return (WHOLE.contains(type) ? "a whole number" : "a number")
          + unit
          + (range.isEmpty() ? "" : ", " + range);
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, setting);
    }
    if (type == Path.class) {
      return "a path";
    }
    if (type instanceof Class<?> enumType && enumType.isEnum()) {
      return String.join(", ", constants(enumType));
    }
    if (type instanceof Class<?> recordType && recordType.isRecord()) {
      String keys = String.join(", ", RecordShape.of(recordType.asSubclass(Record.class)).names());
      return keys.isEmpty() ? "a section without keys" : "a section with the keys " + keys;
    }
    return type == String.class ? "text" : "nothing: it cannot be set in a configuration";
  }

  private static String ofGeneric(ParameterizedType type, @Nullable Setting setting) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    String inner = values(last, setting);
    if (type.getRawType() == Optional.class) {
      return inner;
    }
    if (type.getRawType() == List.class) {
      return "a list, each " + inner;
    }
    return type.getRawType() == Map.class ? "names with values, each " + inner : inner;
  }

  /**
   * A setting's range: {@code at least 1}, {@code 0 to 1}, {@code from 0 to below 1}; empty where
   * there is none.
   */
  static String range(@Nullable Setting setting) {
    if (setting == null) {
      return "";
    }
    boolean bottom = Double.isFinite(setting.min());
    boolean top = Double.isFinite(setting.max());
    if (bottom && top) {
      return both(setting);
    }
    if (bottom) {
      return (setting.aboveMin() ? "above " : "at least ") + number(setting.min());
    }
    return top ? (setting.belowMax() ? "below " : "at most ") + number(setting.max()) : "";
  }

  private static String both(Setting setting) {
    String from = setting.aboveMin() ? "above " : setting.belowMax() ? "from " : "";
    String to = setting.belowMax() ? " to below " : " to ";
    return from + number(setting.min()) + to + number(setting.max());
  }

  /** Whether a number lies within a setting's range. */
  static boolean allows(Setting setting, double value) {
    boolean high = setting.aboveMin() ? value > setting.min() : value >= setting.min();
    boolean low = setting.belowMax() ? value < setting.max() : value <= setting.max();
    return high && low;
  }

  /** An enum's constants as configurations spell them. */
  static List<String> constants(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants())
        .map(constant -> ScalarText.of((Enum<?>) constant))
        .collect(Collectors.toList());
  }

  /** A component's comment: {@code meaning [unit] (at least 1)}. */
  static String comment(RecordShape.Component component) {
    Setting setting = component.setting().orElse(null);
    StringBuilder comment = new StringBuilder(setting == null ? "" : setting.value());
    if (setting != null && !setting.unit().isEmpty()) {
      comment.append(" [").append(setting.unit()).append(']');
    }
    String choices = choices(component.type());
    String allowed = choices.isEmpty() ? range(setting) : choices;
    if (!allowed.isEmpty()) {
      comment.append(" (").append(allowed).append(')');
    }
    return comment.toString().strip();
  }

  private static String choices(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return choices(arguments[arguments.length - 1]);
    }
    return type instanceof Class<?> enumType && enumType.isEnum()
        ? "allowed: " + String.join(", ", constants(enumType))
        : "";
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
