package io.perceiver.bench.report;

import io.perceiver.bench.measure.Spread;
import java.util.Locale;
import java.util.OptionalLong;

/** One entry of a table: words, a number, or a measurement with its spread. */
public sealed interface Cell {

  /**
   * Words.
   *
   * @param text Markdown
   */
  record Words(String text) implements Cell {}

  /**
   * A number without spread.
   *
   * @param value as exact as it is known
   * @param unit may be empty
   */
  record Amount(double value, String unit) implements Cell {}

  /**
   * A measurement.
   *
   * @param spread of the values
   * @param unit of the values; may be empty
   */
  record Measured(Spread spread, String unit) implements Cell {}

  /** Words. */
  static Cell of(String text) {
    return new Words(text);
  }

  /** A number without spread. */
  static Cell of(double value, String unit) {
    return new Amount(value, unit);
  }

  /** A measurement, in its unit. */
  static Cell of(Spread spread, String unit) {
    return new Measured(spread, unit);
  }

  /** Seconds, shown as milliseconds. */
  static Cell milliseconds(Spread seconds) {
    return new Measured(seconds.map(s -> s * 1e3), "ms");
  }

  /** How many times as much. */
  static Cell ratio(Spread ratio) {
    return new Measured(ratio, "×");
  }

  /** Bytes, shown as MiB; unknown where the system does not tell. */
  static Cell bytes(OptionalLong bytes) {
    return bytes.isPresent()
        ? new Amount(bytes.getAsLong() / (1024.0 * 1024.0), "MiB")
        : new Words("unknown");
  }

  /** How people read it: the median, and the quartiles where there are several values. */
  default String text() {
    if (this instanceof Words words) {
      return words.text();
    }
    if (this instanceof Amount amount) {
      return withUnit(digits(amount.value()), amount.unit());
    }
    Measured measured = (Measured) this;
    Spread spread = measured.spread();
    String median = withUnit(digits(spread.median()), measured.unit());
    return spread.count() == 1
        ? median
        : median
            + " ("
            + digits(spread.lowerQuartile())
            + "–"
            + digits(spread.upperQuartile())
            + ")";
  }

  private static String withUnit(String value, String unit) {
    return unit.isEmpty() ? value : value + " " + unit;
  }

  /** Three or four digits that count. */
  private static String digits(double value) {
    double size = Math.abs(value);
    if (size >= 100 || (value == Math.rint(value) && size < 1e9)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3g", value);
  }
}
