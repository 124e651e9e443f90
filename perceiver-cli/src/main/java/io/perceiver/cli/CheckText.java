package io.perceiver.cli;

import io.perceiver.data.BadExample;
import io.perceiver.data.check.CheckReport;
import io.perceiver.internal.data.check.DatasetDescription;
import io.perceiver.internal.data.check.ModalityDescription;
import io.perceiver.internal.data.check.NumberSummary;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What {@code check} found, for people.
 *
 * @param data name of the data set
 * @param report on its files
 * @param description of its examples
 */
record CheckText(String data, CheckReport report, DatasetDescription description) {
  private static final int SHOWN_CLASSES = 20;

  void print(PrintWriter out) {
    out.println(data);
    description.splits().forEach((name, split) -> split(out, name, split));
    description.modalities().forEach((name, modality) -> modality(out, name, modality));
    out.println();
    out.println(capitalised(report.coverage()) + ".");
    report.leaks().forEach(leak -> out.println("Warning: " + leak + "."));
    report.bad().forEach((split, found) -> bad(out, split, found));
    out.println(
        report.badCount() == 0
            ? "None of them is known to be unreadable."
            : report.badCount() + " cannot be read.");
    out.flush();
  }

  private static void split(PrintWriter out, String name, DatasetDescription.Split split) {
    out.println();
    out.printf("%s: %,d examples%n", name, split.examples());
    split
        .targets()
        .forEach((column, counts) -> out.println("  " + column + ": " + classes(counts)));
    split
        .withoutTarget()
        .forEach((column, count) -> out.printf("  %,d without %s%n", count, column));
    split
        .missing()
        .forEach((modality, count) -> out.printf("  %,d without modality %s%n", count, modality));
  }

  private static String classes(SortedMap<String, Integer> counts) {
    String shown =
        counts.entrySet().stream()
            .limit(SHOWN_CLASSES)
            .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    int more = counts.size() - SHOWN_CLASSES;
    return more > 0 ? shown + " and " + more + " classes more" : shown;
  }

  private static void modality(PrintWriter out, String name, ModalityDescription modality) {
    out.println();
    out.printf(
        "%s: %,d sources, of which %,d were read for this%s%n",
        name,
        modality.sources(),
        modality.read(),
        modality.unreadable() == 0 ? "" : "; %,d could not be".formatted(modality.unreadable()));
    if (!modality.formats().isEmpty()) {
      out.println("  format: " + classes(modality.formats()));
    }
    modality.numbers().forEach((what, numbers) -> out.println("  " + what + ": " + text(numbers)));
  }

  private static String text(NumberSummary numbers) {
    Map<Double, Integer> counts = numbers.counts();
    if (!counts.isEmpty()) {
      return counts.size() == 1
          ? number(numbers.smallest())
          : counts.entrySet().stream()
              .map(entry -> number(entry.getKey()) + " (" + entry.getValue() + ")")
              .collect(Collectors.joining(", "));
    }
    return "%s to %s, median %s"
        .formatted(number(numbers.smallest()), number(numbers.largest()), number(numbers.median()));
  }

  private static String number(double value) {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }

  private static void bad(PrintWriter out, String split, List<BadExample> found) {
    out.printf("%s: %,d cannot be read%n", split, found.size());
    found.forEach(each -> out.println("  " + each.modality() + ": " + each.reason()));
  }

  private static String capitalised(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
