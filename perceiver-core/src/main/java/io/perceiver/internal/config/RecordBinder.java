package io.perceiver.internal.config;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import io.perceiver.internal.text.Nearest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lays a section of a configuration over a record, key by key, and gathers every mistake: unknown
 * keys with the known one that is nearest, values of the wrong type or out of their {@link
 * io.perceiver.api.Setting}'s range, and what the record's own constructor refuses. Each line names
 * the key, the value, what is allowed and where it stands. Used by one thread.
 *
 * <p>Components may be numbers, booleans, text, paths, enums, records, and {@code Optional}, {@code
 * List} and {@code Map<String, …>} of these. A single value is accepted where a list is expected;
 * nested records and maps are overlaid key by key, lists replaced; null empties an {@code
 * Optional}.
 */
public final class RecordBinder {
  private final Problems problems;
  private final ValueBinder values;

  /**
   * Starts a binding.
   *
   * @param problems receives what is found, as whole lines
   */
  public RecordBinder(Problems problems) {
    this.problems = problems;
    this.values = new ValueBinder(this, problems);
  }

  /**
   * Binds one section and nothing else.
   *
   * @param section its dotted name for messages, empty at the root
   * @throws InvalidSpecException with every problem
   */
  public static <R extends Record> R bind(String section, ConfigNode.Mapping node, R defaults) {
    Problems problems = new Problems("");
    R bound = new RecordBinder(problems).overlay(section, node, defaults);
    problems.throwIfAny();
    return bound;
  }

  /**
   * Binds one of several sections.
   *
   * @param section its dotted name for messages, empty at the root
   * @return the defaults with the section's values; where values were refused, with the defaults'
   *     own, so that more can be checked before the problems are thrown
   */
  public <R extends Record> R overlay(String section, ConfigNode.Mapping node, R defaults) {
    Record bound = record(section, node, defaults.getClass(), defaults);
    @SuppressWarnings("unchecked") // it is of the defaults' own class
    R result = bound == null ? defaults : (R) bound;
    return result;
  }

  /** Records the keys of a section that are not known. */
  void refuseUnknown(String section, ConfigNode.Mapping node, Collection<String> known) {
    node.entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                String allowed =
                    known.isEmpty() ? "no keys" : String.join(", ", known) + didYouMean(key, known);
                problems.add(
                    dotted(section, key)
                        + ": unknown key; allowed: "
                        + allowed
                        + value.place().suffix());
              }
            });
  }

  @Nullable Record record(
      String section,
      ConfigNode.Mapping node,
      Class<? extends Record> type,
      @Nullable Record defaults) {
    RecordShape shape = RecordShape.of(type);
    refuseUnknown(section, node, shape.names());
    Set<String> refused = new HashSet<>();
    @Nullable Object[] arguments = new @Nullable Object[shape.components().size()];
    boolean complete = true;
    for (int i = 0; i < arguments.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Object current = defaults == null ? nothing(component.type()) : component.of(defaults);
      Object bound = component(section, node, component, current);
      if (bound == null) {
        refused.add(component.name());
      }
      arguments[i] = bound == null ? current : bound;
      complete &= arguments[i] != null;
    }
    return complete ? create(section, node, shape, arguments, refused) : null;
  }

  private @Nullable Object component(
      String section,
      ConfigNode.Mapping node,
      RecordShape.Component component,
      @Nullable Object current) {
    String key = dotted(section, component.name());
    Optional<ConfigNode> given = node.get(component.name());
    if (given.isPresent()) {
      return values.bind(
          new ValueBinder.Target(key, component.type(), component.setting().orElse(null), current),
          given.get());
    }
    if (current == null) {
      String allowed = Allowed.values(component.type(), component.setting().orElse(null));
      problems.add(key + ": is missing; allowed: " + allowed + node.place().suffix());
    }
    return current;
  }

  private @Nullable Record create(
      String section,
      ConfigNode.Mapping node,
      RecordShape shape,
      @Nullable Object[] arguments,
      Set<String> refused) {
    try {
      return shape.create(arguments);
    } catch (InvocationTargetException e) {
      for (String problem : problemsOf(e.getCause())) {
        // a refused value was replaced by the default: what follows from that is nobody's mistake
        if (refused.stream().noneMatch(name -> mentions(problem, name))) {
          problems.add(placed(section, node, problem));
        }
      }
      return null;
    }
  }

  private static List<String> problemsOf(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof InvalidSpecException invalid) {
      return invalid.problems();
    }
    String message = thrown == null ? null : thrown.getMessage();
    boolean clear = thrown instanceof PerceiverException && message != null;
    return List.of(clear ? String.valueOf(message) : "cannot be used: " + thrown);
  }

  /**
   * A problem found inside a section, with the section's name and the place of the key it begins
   * with.
   */
  static String placed(String section, ConfigNode.Mapping node, String problem) {
    int colon = problem.indexOf(": ");
    String key = colon < 0 ? "" : problem.substring(0, colon);
    if (!section.isEmpty() && key.startsWith(section + ".")) {
      return placed(section, node, problem.substring(section.length() + 1));
    }
    Place place = node.find(key).map(ConfigNode::place).orElse(node.place());
    String separator = section.isEmpty() ? "" : key.matches("[\\w.\\[\\]-]+") ? "." : ": ";
    return section + separator + problem + place.suffix();
  }

  static String didYouMean(String name, Collection<String> known) {
    String question = Nearest.question(name, known);
    return question.isEmpty() ? "" : "." + question;
  }

  private static boolean mentions(String problem, String name) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(problem).find();
  }

  /** What a component holds where there is no default. */
  private static @Nullable Object nothing(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    if (raw == Optional.class) {
      return Optional.empty();
    }
    if (raw == List.class) {
      return List.of();
    }
    return raw == Map.class ? Map.of() : null;
  }

  private static String dotted(String section, String key) {
    return section.isEmpty() ? key : section + "." + key;
  }
}
