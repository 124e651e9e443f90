package io.perceiver.internal.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one probably stands for. */
public final class Nearest {
  /** One mistake is forgiven for this many characters, and always one. */
  private static final int CHARACTERS_PER_MISTAKE = 3;

  /** Names are compared up to this length only, so that a hostile name costs nothing. */
  private static final int LONGEST_COMPARED = 80;

  private Nearest() {}

  /**
   * The nearest of the known names, or none where all are too far off to be what was meant. Upper
   * and lower case count as equal; of names equally near, the first in the collection's order wins.
   */
  public static Optional<String> of(String wrong, Collection<String> known) {
    String best = null;
    int bestDistance = Math.max(1, wrong.length() / CHARACTERS_PER_MISTAKE) + 1;
    for (String name : known) {
      int distance = distance(fold(wrong), fold(name));
      if (distance < bestDistance && distance < Math.max(2, name.length())) {
        best = name;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code " Did you mean 'name'?"}, to be put behind a sentence; empty where nothing is near. */
  public static String question(String wrong, Collection<String> known) {
    return of(wrong, known).map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  /**
   * The fewest insertions, deletions, replacements and swaps of neighbours that turn one string
   * into the other, no part edited twice (the restricted Damerau–Levenshtein distance).
   */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }

  private static String fold(String name) {
    String kept = name.length() > LONGEST_COMPARED ? name.substring(0, LONGEST_COMPARED) : name;
    return kept.toLowerCase(Locale.ROOT);
  }
}
