package io.perceiver.internal.data;

import java.util.ArrayList;
import java.util.List;

/** Findings of one kind: the first few are kept, all are counted. Used by one thread. */
public final class Findings {
  private static final int SHOWN = 10;

  private final String summary;
  private final List<String> first = new ArrayList<>();
  private int count;

  /** Creates one with what the findings have in common, such as {@code "files are missing"}. */
  public Findings(String summary) {
    this.summary = summary;
  }

  public void add(String finding) {
    count++;
    if (first.size() < SHOWN) {
      first.add(finding);
    }
  }

  /** Adds {@code "12 files are missing: a; b; … and 2 more"} to the list, if there is any. */
  public void addTo(List<String> problems, String where) {
    addTo(problems, where, "");
  }

  /** The same with a hint behind it. */
  public void addTo(List<String> problems, String where, String hint) {
    if (count > 0) {
      String more = count > SHOWN ? "; and " + (count - SHOWN) + " more" : "";
      problems.add(
          where + ": " + count + " " + summary + ": " + String.join("; ", first) + more + hint);
    }
  }
}
