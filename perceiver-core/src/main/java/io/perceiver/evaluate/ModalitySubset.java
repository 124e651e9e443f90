package io.perceiver.evaluate;

import io.perceiver.api.Example;
import io.perceiver.api.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Some of a model's modalities: those an evaluation shows, while it hides the others.
 *
 * @param modalities their names, at least one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModalitySubset(SortedSet<String> modalities) implements Comparable<ModalitySubset> {
  /** Of more modalities than this, there are too many subsets for a table. */
  public static final int MOST_FOR_ALL_SUBSETS = 4;

  private static final Comparator<ModalitySubset> ORDER =
      Comparator.<ModalitySubset>comparingInt(subset -> subset.modalities.size())
          // a name ends where the smallest character stands, so that a shorter one comes first
          .thenComparing(subset -> String.join("\0", subset.modalities));

  /** Keeps its own copy. */
  public ModalitySubset {
    modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
    if (modalities.isEmpty()) {
      throw new IllegalArgumentException("a subset needs at least one modality");
    }
  }

  /** A subset of these. */
  public static ModalitySubset of(Collection<String> modalities) {
    return new ModalitySubset(new TreeSet<>(modalities));
  }

  /**
   * The subsets that tell what each modality is good for, by size and then by name: all there are
   * of up to {@link #MOST_FOR_ALL_SUBSETS} modalities; of more, each alone, all but each, and all.
   *
   * @param modalities of a model
   * @return empty for a model of one modality, which has nothing to compare
   */
  public static List<ModalitySubset> toCompare(Collection<String> modalities) {
    List<String> names = List.copyOf(new TreeSet<>(modalities));
    if (names.size() < 2) {
      return List.of();
    }
    Set<ModalitySubset> subsets =
        names.size() <= MOST_FOR_ALL_SUBSETS ? all(names) : telling(names);
    return List.copyOf(new TreeSet<>(subsets));
  }

  private static Set<ModalitySubset> all(List<String> names) {
    Set<ModalitySubset> subsets = new TreeSet<>();
    for (int bits = 1; bits < 1 << names.size(); bits++) {
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if ((bits >> i & 1) == 1) {
          chosen.add(names.get(i));
        }
      }
      subsets.add(of(chosen));
    }
    return subsets;
  }

  private static Set<ModalitySubset> telling(List<String> names) {
    Set<ModalitySubset> subsets = new TreeSet<>();
    subsets.add(of(names));
    for (String name : names) {
      subsets.add(of(List.of(name)));
      subsets.add(of(names.stream().filter(other -> !other.equals(name)).toList()));
    }
    return subsets;
  }

  /** Whether an example has all of these. */
  public boolean isIn(Example example) {
    return example.sources().keySet().containsAll(modalities);
  }

  /** An example with the modalities that are not of these left out. */
  public Example show(Example example) {
    Map<String, SourceRecord> shown = new LinkedHashMap<>(example.sources());
    shown.keySet().retainAll(modalities);
    return new Example(example.id(), example.split(), example.columns(), shown);
  }

  @Override
  public int compareTo(ModalitySubset other) {
    return ORDER.compare(this, other);
  }

  /** The names, joined by plus signs. */
  @Override
  public String toString() {
    return String.join(" + ", modalities);
  }
}
