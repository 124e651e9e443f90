package io.perceiver.testkit;

import io.perceiver.api.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** The components of configuration records. */
final class Settings {

  private Settings() {}

  /** Dotted names of the components, nested ones too, without a description. */
  static List<String> undescribed(Class<?> config) {
    List<String> names = new ArrayList<>();
    collect("", config, names);
    return names;
  }

  private static void collect(String prefix, Class<?> config, List<String> names) {
    for (RecordComponent component : config.getRecordComponents()) {
      String name = prefix + component.getName();
      Setting setting = component.getAnnotation(Setting.class);
      if (setting == null || setting.value().isBlank()) {
        names.add(name);
      }
      descend(name, component.getGenericType(), names);
    }
  }

  private static void descend(String name, Type type, List<String> names) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        descend(name, argument, names);
      }
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      collect(name + ".", raw, names);
    }
  }
}
