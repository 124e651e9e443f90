package io.perceiver.testkit;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.Buffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether two raw examples hold the same. */
final class Sameness {

  private Sameness() {}

  /** Looks into arrays, records, lists, buffers and optionals; asks all else by {@code equals}. */
  static boolean of(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    if (one.getClass().isArray() && other.getClass().isArray()) {
      return Objects.deepEquals(one, other) || arrays(one, other);
    }
    if (one instanceof Record && one.getClass() == other.getClass()) {
      return records(one, other);
    }
    if (one instanceof List<?> list && other instanceof List<?> others) {
      return arrays(list.toArray(), others.toArray());
    }
    if (one instanceof Optional<?> optional && other instanceof Optional<?> another) {
      return of(optional.orElse(null), another.orElse(null));
    }
    if (one instanceof Buffer buffer && other instanceof Buffer another) {
      return buffer.duplicate().clear().equals(another.duplicate().clear());
    }
    return one.equals(other);
  }

  private static boolean arrays(Object one, Object other) {
    int length = Array.getLength(one);
    boolean same = length == Array.getLength(other);
    for (int i = 0; same && i < length; i++) {
      same = of(Array.get(one, i), Array.get(other, i));
    }
    return same;
  }

  private static boolean records(Object one, Object other) {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      if (!of(value(component, one), value(component, other))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object value(RecordComponent component, Object instance) {
    try {
      component.getAccessor().setAccessible(true); // the record may be private to its plugin
      return component.getAccessor().invoke(instance);
    } catch (ReflectiveOperationException e) {
      throw new IncompleteContractException(
          "isSame cannot read " + component + " of an example (" + e + "); override it");
    }
  }
}
