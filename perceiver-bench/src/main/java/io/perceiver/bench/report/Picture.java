package io.perceiver.bench.report;

import io.perceiver.api.PerceiverException;
import java.util.List;

/**
 * A picture as data; what is drawn stands in the JSON document too.
 *
 * @param name of its file, without ending
 * @param title above it
 * @param xLabel below
 * @param yLabel beside
 * @param kind how it is drawn
 * @param categories of {@link Kind#BARS}, one for each value; empty otherwise
 * @param series what is drawn
 */
public record Picture(
    String name,
    String title,
    String xLabel,
    String yLabel,
    Kind kind,
    List<String> categories,
    List<Series> series) {

  /** How it is drawn. */
  public enum Kind {
    /** Lines through points, both axes linear. */
    LINES,
    /** Lines through points, both axes logarithmic: a power law is a straight line. */
    LOG_LINES,
    /** A group of bars for each category, one bar a series. */
    BARS
  }

  /** Checks that every series fits. */
  public Picture {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    for (Series each : series) {
      if (kind == Kind.BARS && each.y().size() != categories.size()) {
        throw new PerceiverException(
            "picture '%s': series '%s' has %d bars for %d categories"
                .formatted(name, each.name(), each.y().size(), categories.size()));
      }
    }
  }

  /** Bars. */
  public static Picture bars(
      String name, String title, String yLabel, List<String> categories, List<Series> series) {
    return new Picture(name, title, "", yLabel, Kind.BARS, categories, series);
  }

  /** Lines on logarithmic axes. */
  public static Picture logLines(
      String name, String title, String xLabel, String yLabel, List<Series> series) {
    return new Picture(name, title, xLabel, yLabel, Kind.LOG_LINES, List.of(), series);
  }

  /** Lines. */
  public static Picture lines(
      String name, String title, String xLabel, String yLabel, List<Series> series) {
    return new Picture(name, title, xLabel, yLabel, Kind.LINES, List.of(), series);
  }
}
