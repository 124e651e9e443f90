package io.perceiver.it.surface;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** What others can name of a type, as text: one line for the type, one for each member. */
final class Signatures {
  private Signatures() {}

  /** Whether code of other packages can name a type. */
  static boolean isVisible(Class<?> type) {
    boolean open =
        Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
    return open && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
  }

  /** Returns the lines of a type, its members sorted. */
  static List<String> of(Class<?> type) {
    List<String> lines = new ArrayList<>(List.of(header(type)));
    TreeSet<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isOpen(field)) {
        members.add(line(field, name(field.getGenericType()) + " " + field.getName()));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isOpen(constructor) && !type.isEnum()) {
        members.add(line(constructor, "new(" + list(constructor.getGenericParameterTypes()) + ")"));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isOpen(method) && !isMadeByTheCompiler(type, method)) {
        members.add(
            line(
                method,
                name(method.getGenericReturnType())
                    + " "
                    + method.getName()
                    + "("
                    + list(method.getGenericParameterTypes())
                    + ")"));
      }
    }
    members.forEach(member -> lines.add("  " + member));
    return lines;
  }

  private static String header(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "@interface"
            : type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
    StringBuilder text = new StringBuilder(modifiers(type.getModifiers(), type.isInterface()));
    if (type.isSealed()) {
      text.append("sealed ");
    }
    text.append(type.isRecord() ? "record" : kind).append(' ').append(type.getName());
    if (type.getTypeParameters().length > 0) {
      text.append('<').append(list(type.getTypeParameters())).append('>');
    }
    if (type.isRecord()) {
      text.append(
          Arrays.stream(type.getRecordComponents())
              .map(Signatures::component)
              .collect(Collectors.joining(", ", "(", ")")));
    } else if (type.getGenericSuperclass() != null && !type.isEnum()) {
      text.append(" extends ").append(name(type.getGenericSuperclass()));
    }
    if (type.getGenericInterfaces().length > 0) {
      text.append(" implements ").append(list(type.getGenericInterfaces()));
    }
    API status = type.getAnnotation(API.class);
    return status == null
        ? text.toString()
        : text + " [" + status.status() + " since " + status.since() + "]";
  }

  private static String component(RecordComponent component) {
    return name(component.getGenericType()) + " " + component.getName();
  }

  private static <M extends AccessibleObject & Member> String line(M member, String signature) {
    boolean ofInterface = member.getDeclaringClass().isInterface();
    String isDefault = member instanceof Method method && method.isDefault() ? "default " : "";
    return modifiers(member.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE, ofInterface)
        + isDefault
        + signature;
  }

  /** Public is the rule, and what every member of an interface is need not be said. */
  private static String modifiers(int modifiers, boolean ofInterface) {
    int said = modifiers & ~Modifier.PUBLIC & ~Modifier.INTERFACE & ~0x4000;
    String text = Modifier.toString(ofInterface ? said & ~Modifier.ABSTRACT : said);
    return text.isEmpty() ? "" : text + " ";
  }

  private static <M extends AnnotatedElement & Member> boolean isOpen(M member) {
    API status = member.getAnnotation(API.class);
    return !member.isSynthetic()
        && (status == null || status.status() != API.Status.INTERNAL)
        && (Modifier.isPublic(member.getModifiers())
            || Modifier.isProtected(member.getModifiers()));
  }

  private static boolean isMadeByTheCompiler(Class<?> type, Method method) {
    List<String> names = new ArrayList<>(List.of("equals", "hashCode", "toString"));
    if (type.isRecord()) {
      Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
    }
    if (type.isEnum()) {
      names.addAll(List.of("values", "valueOf"));
    }
    return names.contains(method.getName());
  }

  private static String list(Type... types) {
    return Arrays.stream(types).map(Signatures::name).collect(Collectors.joining(", "));
  }

  /** Without the packages that every reader knows. */
  private static String name(Type type) {
    return type.getTypeName()
        .replace("java.lang.", "")
        .replace("java.util.", "")
        .replace("ai.djl.ndarray.", "");
  }
}
