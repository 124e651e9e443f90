package io.perceiver.it.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.config.Presets;
import io.perceiver.nn.PerceiverConfig;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a record can be changed by name, the change reaches its component and no other. */
class EditsTest {

  static List<Class<?>> records() {
    return new ClassFileImporter()
            .withImportOption(location -> location.contains("$Edit.class"))
            .importPackages("io.perceiver")
            .stream()
            .filter(type -> type.getSimpleName().equals("Edit"))
            .map(JavaClass::reflect)
            .<Class<?>>map(Class::getDeclaringClass)
            .filter(Class::isRecord)
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
  }

  @Test
  void thereAreSome() {
    assertThat(records()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("records")
  void aChangeReachesItsComponentAlone(Class<?> type) throws ReflectiveOperationException {
    Object before = example(type);
    assertThat(with(before, edit -> {})).isEqualTo(before);
    int changed = 0;
    for (RecordComponent component : type.getRecordComponents()) {
      Object old = component.getAccessor().invoke(before);
      for (Object other : others(old)) {
        changed += changes(before, component, other) ? 1 : 0;
      }
    }
    assertThat(changed).as("components that could be changed").isPositive();
  }

  /** Returns false if the record does not allow the value. */
  private static boolean changes(Object before, RecordComponent component, Object value)
      throws ReflectiveOperationException {
    Object after;
    try {
      after = with(before, edit -> set(edit, component.getName(), value));
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(InvalidSpecException.class);
      return false;
    }
    for (RecordComponent each : before.getClass().getRecordComponents()) {
      Object expected =
          each.getName().equals(component.getName()) ? value : each.getAccessor().invoke(before);
      assertThat(each.getAccessor().invoke(after)).as(each.getName()).isEqualTo(expected);
    }
    return true;
  }

  private static Object with(Object record, Consumer<Object> change)
      throws ReflectiveOperationException {
    return record.getClass().getMethod("with", Consumer.class).invoke(record, change);
  }

  private static void set(Object edit, String name, Object value) {
    try {
      edit.getClass().getField(name).set(edit, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(name, e);
    }
  }

  private static List<?> others(Object value) {
    if (value instanceof Boolean is) {
      return List.of(!is);
    }
    if (value instanceof Integer number) {
      return List.of(number + 1, number * 2 + 4);
    }
    if (value instanceof Double number) {
      return List.of(number / 2 + 0.1, number + 1);
    }
    if (value instanceof Enum<?> one) {
      return Stream.of(one.getDeclaringClass().getEnumConstants())
          .filter(other -> other != one)
          .toList();
    }
    return value instanceof String ? List.of(value + "x") : List.of();
  }

  /** The first constant, or what the first factory without arguments makes. */
  private static Object example(Class<?> type) throws ReflectiveOperationException {
    PerceiverConfig trunk = Presets.trunk(Presets.DEFAULT);
    if (type == PerceiverConfig.class) {
      return trunk;
    }
    if (type == AttentionConfig.class) {
      return trunk.crossAttention();
    }
    Optional<Field> constant =
        Arrays.stream(type.getFields())
            .filter(field -> isMade(field, field.getType(), type))
            .findFirst();
    if (constant.isPresent()) {
      return constant.get().get(null);
    }
    Method factory =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> isMade(method, method.getReturnType(), type))
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " has no value to start from"));
    return factory.invoke(null);
  }

  private static boolean isMade(Member member, Class<?> made, Class<?> type) {
    return Modifier.isStatic(member.getModifiers()) && made == type;
  }
}
