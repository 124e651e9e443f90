package io.perceiver.data.check;

import io.perceiver.data.BadExample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What a check of a data set found.
 *
 * @param files that the examples name, each counted once
 * @param checked how many of these were looked at before the time was over
 * @param seconds it took
 * @param bad files that cannot be read, by split, each with the first example that names it
 * @param leaks sentences about files that stand in more than one split or have more than one label
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CheckReport(
    int files,
    int checked,
    double seconds,
    SortedMap<String, List<BadExample>> bad,
    List<String> leaks) {
  private static final int SHOWN = 10;
  private static final int SHOWN_IN_WARNING = 3;

  /** Keeps its own copies. */
  public CheckReport {
    SortedMap<String, List<BadExample>> copy = new TreeMap<>();
    bad.forEach((split, found) -> copy.put(split, List.copyOf(found)));
    bad = Collections.unmodifiableSortedMap(copy);
    leaks = List.copyOf(leaks);
  }

  /** Number of files that cannot be read; one in several splits counts in each. */
  public int badCount() {
    return bad.values().stream().mapToInt(List::size).sum();
  }

  /** Whether every file was looked at. */
  public boolean isComplete() {
    return checked == files;
  }

  /** How much was looked at, as a sentence without a full stop. */
  public String coverage() {
    String in = " in %.1f s".formatted(seconds);
    return isComplete()
        ? "checked %,d files%s".formatted(files, in)
        : "checked %,d of %,d files%s, then the time was over; raise data.checkSeconds, or run 'perceiver check'"
            .formatted(checked, files, in);
  }

  /** Everything a person should know although the data can be used; empty if there is nothing. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(leaks);
    if (badCount() > 0) {
      String first =
          bad.values().stream()
              .flatMap(List::stream)
              .limit(SHOWN_IN_WARNING)
              .map(BadExample::reason)
              .collect(Collectors.joining("; "));
      warnings.add(
          "%d of %d files cannot be read (%s); their examples are left out: %s%s"
              .formatted(
                  badCount(), files, counts(), first, badCount() > SHOWN_IN_WARNING ? "; …" : ""));
    }
    if (!isComplete() && checked > 0) {
      warnings.add(coverage());
    }
    return warnings;
  }

  /** The files that cannot be read by split, a line each; the first few of every split. */
  public List<String> badLines() {
    List<String> lines = new ArrayList<>();
    bad.forEach(
        (split, found) -> {
          lines.add("%s: %d cannot be read".formatted(split, found.size()));
          found.stream()
              .limit(SHOWN)
              .forEach(each -> lines.add("  " + each.modality() + ": " + each.reason()));
          if (found.size() > SHOWN) {
            lines.add("  and " + (found.size() - SHOWN) + " more; 'perceiver check' lists all");
          }
        });
    return lines;
  }

  private String counts() {
    return bad.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().size())
        .collect(Collectors.joining(", "));
  }
}
