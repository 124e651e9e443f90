package io.perceiver.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a report.
 *
 * @param heading above it
 * @param text what it shows and how to read it; Markdown
 * @param tables the figures
 * @param pictures the same to look at
 */
public record Section(
    String heading, String text, List<ResultTable> tables, List<Picture> pictures) {

  /** Keeps copies. */
  public Section {
    tables = List.copyOf(tables);
    pictures = List.copyOf(pictures);
  }

  /** Creates one with text alone. */
  public static Section of(String heading, String text) {
    return new Section(heading, text, List.of(), List.of());
  }

  /** Returns a copy with one table more. */
  public Section with(ResultTable table) {
    List<ResultTable> more = new ArrayList<>(tables);
    more.add(table);
    return new Section(heading, text, more, pictures);
  }

  /** Returns a copy with one picture more; one that has nothing to draw is left out. */
  public Section with(Picture picture) {
    if (picture.series().isEmpty()) {
      return this;
    }
    List<Picture> more = new ArrayList<>(pictures);
    more.add(picture);
    return new Section(heading, text, tables, more);
  }
}
