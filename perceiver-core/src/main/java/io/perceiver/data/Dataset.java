package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.Fingerprint;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.text.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** The listed examples of a data set by split, none of them decoded. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Dataset {
  private final String name;
  private final String fingerprint;
  private final Map<String, List<Example>> splits;

  /**
   * Sorts examples by split; within a split they stay in order.
   *
   * @param name how messages call the data set
   * @param fingerprint see {@link Fingerprint}
   */
  public Dataset(String name, String fingerprint, List<Example> examples) {
    this.name = name;
    this.fingerprint = fingerprint;
    Map<String, List<Example>> bySplit = new TreeMap<>();
    for (Example example : examples) {
      bySplit.computeIfAbsent(example.split(), split -> new ArrayList<>()).add(example);
    }
    bySplit.replaceAll((split, list) -> List.copyOf(list));
    splits = bySplit;
  }

  /** How messages call it. */
  public String name() {
    return name;
  }

  /** A hash of what was listed, 64 hexadecimal digits; see {@link Fingerprint}. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Names of the splits that have examples, sorted. */
  public Set<String> splits() {
    return Collections.unmodifiableSet(splits.keySet());
  }

  /** Whether a split has examples. */
  public boolean has(String split) {
    return splits.containsKey(Splits.canonical(split));
  }

  /**
   * The examples of a split, in a stable order; never empty.
   *
   * @param split its name, in any spelling that {@link Splits#canonical} knows
   * @throws PerceiverException if there are none; says which splits there are
   */
  public List<Example> split(String split) {
    List<Example> examples = splits.get(Splits.canonical(split));
    if (examples == null) {
      throw new PerceiverException(
          String.format(
              "%s: has no examples in split '%s'; it has %s.%s",
              name, split, counted(), Nearest.question(split, splits.keySet())));
    }
    return examples;
  }

  /** Number of examples in every split, by name, sorted. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    splits.forEach((split, examples) -> counts.put(split, examples.size()));
    return counts;
  }

  @Override
  public String toString() {
    return name + " (" + counted() + ")";
  }

  private String counted() {
    return counts().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
