package io.perceiver.demo;

import io.perceiver.api.PerceiverException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far each choice of senses can tell the kinds apart. */
public final class Senses {
  private Senses() {}

  /** The names of all senses, as the manifest's columns have them, in that order. */
  public static List<String> names() {
    return Arrays.stream(Sense.values()).map(Sense::label).toList();
  }

  /**
   * The greatest accuracy that can be expected of anybody who has only these senses.
   *
   * <p>Kinds that give all these senses the same impression cannot be told apart better than by
   * guessing, and all kinds are equally frequent. So of each set of such kinds one is got right:
   * the ceiling is the number of different impressions over the number of kinds. A measured
   * accuracy may lie above it by chance.
   *
   * @param names as in {@link #names()}; none at all leaves guessing
   * @return 0 to 1
   * @throws PerceiverException naming what is not a sense of the demo data
   */
  public static double ceiling(Set<String> names) {
    if (!names().containsAll(names)) {
      throw new PerceiverException(
          "The demo data has the senses " + names() + ", asked for " + names);
    }
    List<Sense> senses =
        Arrays.stream(Sense.values()).filter(sense -> names.contains(sense.label())).toList();
    Set<List<Enum<?>>> impressions = new HashSet<>();
    for (Kind kind : Kind.values()) {
      impressions.add(senses.stream().<Enum<?>>map(sense -> sense.impression(kind)).toList());
    }
    return (double) impressions.size() / Kind.values().length;
  }
}
