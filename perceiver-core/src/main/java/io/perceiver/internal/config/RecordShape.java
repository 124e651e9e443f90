package io.perceiver.internal.config;

import io.perceiver.api.Setting;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The components of a record class, and the way in and out of its instances. */
final class RecordShape {
  private final Constructor<? extends Record> constructor;
  private final List<Component> components = new ArrayList<>();

  /** One component: its name, generic type and description. */
  record Component(String name, Type type, Optional<Setting> setting, Method accessor) {

    /** Its value in an instance. */
    Object of(Record instance) {
      try {
        return accessor.invoke(instance);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot read " + accessor, e);
      }
    }
  }

  private RecordShape(Class<? extends Record> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      Method accessor = parts[i].getAccessor();
      accessor.setAccessible(true); // the record itself may be private to its plugin
      components.add(
          new Component(
              parts[i].getName(),
              parts[i].getGenericType(),
              Optional.ofNullable(parts[i].getAnnotation(Setting.class)),
              accessor));
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its canonical constructor: " + type, e);
    }
  }

  static RecordShape of(Class<? extends Record> type) {
    return new RecordShape(type);
  }

  List<Component> components() {
    return components;
  }

  List<String> names() {
    return components.stream().map(Component::name).toList();
  }

  /**
   * A new instance.
   *
   * @throws InvocationTargetException with what the record's constructor threw
   */
  Record create(@Nullable Object[] arguments) throws InvocationTargetException {
    try {
      return constructor.newInstance(arguments);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot create " + constructor, e);
    }
  }
}
