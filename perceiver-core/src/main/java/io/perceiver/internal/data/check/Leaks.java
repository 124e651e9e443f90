package io.perceiver.internal.data.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Finds files that stand in more than one split or have more than one label: by their path, and by
 * their content. Contents are compared by size and first bytes, then by the first 64 KiB, then as a
 * whole, and only if a difference of split or label makes it matter.
 */
final class Leaks {
  private static final int SHOWN = 3;
  private static final long START_BYTES = 1 << 16;

  private final BooleanSupplier timeIsOver;

  /**
   * Compares contents until the time is over.
   *
   * @param timeIsOver asked before each file
   */
  Leaks(BooleanSupplier timeIsOver) {
    this.timeIsOver = timeIsOver;
  }

  /**
   * Everything found, one sentence for each kind.
   *
   * @param named all sources that the examples name
   * @param looks at their files
   */
  List<String> find(Collection<NamedSource> named, Collection<? extends FileLook<?>> looks) {
    List<String> sentences = new ArrayList<>();
    List<String> splits = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (NamedSource each : named) {
      if (each.splits().size() > 1) {
        splits.add(each.name() + " (" + String.join(", ", each.splits()) + ")");
      }
      if (each.labels().size() > 1) {
        labels.add(each.name() + " (" + String.join(", ", each.labels()) + ")");
      }
    }
    add(
        sentences,
        splits,
        "file",
        "in more than one split, so one split is judged by what another taught");
    add(sentences, labels, "file", "with more than one label");
    contents(looks, sentences);
    return sentences;
  }

  private void contents(Collection<? extends FileLook<?>> looks, List<String> sentences) {
    List<String> splits = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (List<NamedSource> same : equalFiles(looks)) {
      if (union(same, true).size() > 1) {
        splits.add(shown(same, true));
      }
      if (union(same, false).size() > 1) {
        labels.add(shown(same, false));
      }
    }
    add(sentences, splits, "group", "of files of equal content in more than one split");
    add(sentences, labels, "group", "of files of equal content with more than one label");
  }

  private List<List<NamedSource>> equalFiles(Collection<? extends FileLook<?>> looks) {
    Map<Object, List<NamedSource>> byPrint = new LinkedHashMap<>();
    for (FileLook<?> look : looks) {
      look.print()
          .ifPresent(
              print ->
                  byPrint
                      .computeIfAbsent(print, key -> new ArrayList<>())
                      .add(look.named().get(0)));
    }
    List<List<NamedSource>> equal = new ArrayList<>();
    for (List<NamedSource> alike : byPrint.values()) {
      for (List<NamedSource> start : split(alike, START_BYTES)) {
        equal.addAll(split(start, Long.MAX_VALUE));
      }
    }
    return equal;
  }

  /** The groups of equal hashes among files, of those groups in which a difference matters. */
  private List<List<NamedSource>> split(List<NamedSource> alike, long bytes) {
    if (!matters(alike)) {
      return List.of();
    }
    Map<String, List<NamedSource>> byHash = new LinkedHashMap<>();
    for (NamedSource each : alike) {
      if (timeIsOver.getAsBoolean()) {
        return List.of();
      }
      try {
        String hash = SourceHash.of(each.source().source(), bytes);
        byHash.computeIfAbsent(hash, key -> new ArrayList<>()).add(each);
      } catch (IOException unreadable) {
        // the look at the file, or its reading, says so
      }
    }
    return byHash.values().stream().filter(Leaks::matters).toList();
  }

  private static boolean matters(List<NamedSource> same) {
    return same.size() > 1 && (union(same, true).size() > 1 || union(same, false).size() > 1);
  }

  private static Set<String> union(List<NamedSource> same, boolean splits) {
    Set<String> union = new TreeSet<>();
    same.forEach(each -> union.addAll(splits ? each.splits() : each.labels()));
    return union;
  }

  private static String shown(List<NamedSource> same, boolean splits) {
    List<String> shown = new ArrayList<>();
    for (NamedSource each : same.subList(0, Math.min(SHOWN, same.size()))) {
      Set<String> texts = splits ? each.splits() : each.labels();
      shown.add(each.name() + " (" + String.join(", ", texts) + ")");
    }
    return String.join(" = ", shown) + (same.size() > SHOWN ? " = …" : "");
  }

  private static void add(List<String> sentences, List<String> found, String kind, String what) {
    if (!found.isEmpty()) {
      String first = String.join("; ", found.subList(0, Math.min(SHOWN, found.size())));
      String more = found.size() > SHOWN ? "; and " + (found.size() - SHOWN) + " more" : "";
      String counted = found.size() + " " + kind + (found.size() == 1 ? "" : "s");
      sentences.add(counted + " " + what + ": " + first + more);
    }
  }
}
