package io.perceiver.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name a mistyped one was probably meant to be. */
final class NearestName {
  private NearestName() {}

  /** The nearest candidate within a third of the name's length in edits, ignoring case. */
  static Optional<String> of(String name, Collection<String> candidates) {
    int reach = Math.max(1, Math.min(name.length(), 60) / 3);
    return candidates.stream()
        .filter(candidate -> distance(name, candidate) <= reach)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  private static int distance(String left, String right) {
    String a = left.substring(0, Math.min(60, left.length())).toLowerCase(java.util.Locale.ROOT);
    String b = right.toLowerCase(java.util.Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
