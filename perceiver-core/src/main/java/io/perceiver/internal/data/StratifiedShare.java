package io.perceiver.internal.data;

import io.perceiver.api.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A share of examples in which every class has its part. Who is in it is a function of the seed and
 * the examples' ids, not of their order.
 *
 * <p>Classes are told apart by the text of the target columns. A class keeps at least one example
 * out of the share. Where texts hardly repeat, as real numbers do, the share is drawn from all
 * examples alike.
 *
 * @param fraction of the examples, 0 to below 1
 * @param seed decides who is in it
 * @param targetColumns columns whose texts make a class
 */
public record StratifiedShare(double fraction, long seed, Set<String> targetColumns) {
  private static final String PURPOSE = "share";

  /** Keeps its own copy. */
  public StratifiedShare {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException("fraction " + fraction + "; allowed: 0 to below 1");
    }
    targetColumns = Set.copyOf(targetColumns);
  }

  /** The same examples in the same order, of which a share changed its split. */
  public List<Example> move(List<Example> examples, String from, String to) {
    Set<String> ids = ids(examples.stream().filter(e -> e.split().equals(from)).toList());
    return examples.stream().map(e -> ids.contains(e.id()) ? in(to, e) : e).toList();
  }

  /** Ids of the share. */
  Set<String> ids(List<Example> examples) {
    Set<String> chosen = new HashSet<>();
    long seen = 0;
    for (List<Example> group : groups(examples)) {
      seen += group.size();
      long wanted = Math.round(seen * fraction) - chosen.size();
      group.stream()
          .sorted(shuffled(Example::id))
          .limit(Math.min(wanted, group.size() - 1L))
          .forEach(example -> chosen.add(example.id()));
    }
    return chosen;
  }

  /** The classes, in an order that favours none. */
  private List<List<Example>> groups(List<Example> examples) {
    Map<String, List<Example>> byTarget = new TreeMap<>();
    for (Example example : examples) {
      byTarget.computeIfAbsent(target(example), target -> new ArrayList<>()).add(example);
    }
    if (byTarget.size() > examples.size() / 2) {
      return List.of(examples);
    }
    return byTarget.keySet().stream()
        .sorted(shuffled(target -> target))
        .map(byTarget::get)
        .toList();
  }

  private String target(Example example) {
    StringBuilder text = new StringBuilder();
    for (String column : new TreeSet<>(targetColumns)) {
      text.append(example.columns().getOrDefault(column, "")).append('\n');
    }
    return text.toString();
  }

  private <T> Comparator<T> shuffled(Function<T, String> name) {
    return Comparator.<T>comparingLong(
            item -> Seeds.mix(seed, PURPOSE, Seeds.hash(name.apply(item))))
        .thenComparing(name);
  }

  private static Example in(String split, Example example) {
    return new Example(example.id(), split, example.columns(), example.sources());
  }
}
