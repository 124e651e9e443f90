package io.perceiver.cli;

import io.perceiver.api.head.Interval;
import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.internal.evaluate.ResultFigures;
import io.perceiver.internal.run.PeakMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures as people and as JSON read them. */
final class Figures {
  /** Metrics that are shares, as people call them. */
  private static final Map<String, String> SHARES =
      Map.of(
          "accuracy", "accuracy",
          "meanClassAccuracy", "mean-class accuracy",
          "macroF1", "macro-F1",
          "microF1", "micro-F1",
          "meanAveragePrecision", "mean average precision");

  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1e9;

  private Figures() {}

  /** The primary metrics alone, such as {@code accuracy 91.30 % (n 1000, loss 0.2713)}. */
  static String of(EvaluationResult result) {
    String metrics =
        result.heads().entrySet().stream()
            .map(head -> prefix(result, head.getKey()) + primary(head.getValue()))
            .collect(Collectors.joining(", "));
    return metrics + " (n %d, loss %s)".formatted(result.examples(), decimal(result.loss()));
  }

  private static String primary(HeadResult head) {
    return head.metrics().entrySet().stream()
        .findFirst()
        .map(metric -> metric(metric.getKey(), metric.getValue()))
        .orElse("no metric");
  }

  /** All figures, two lines for each head. */
  static List<String> lines(EvaluationResult result) {
    List<String> lines = new ArrayList<>();
    result
        .heads()
        .forEach(
            (name, head) -> {
              String interval =
                  primaryInterval(head).map(found -> " (95 % interval " + found + ")").orElse("");
              lines.add(
                  prefix(result, name)
                      + primary(head)
                      + interval
                      + ", n %d, loss %s".formatted(head.examples(), decimal(head.loss())));
              String others =
                  head.metrics().entrySet().stream()
                      .skip(1)
                      .map(metric -> metric(metric.getKey(), metric.getValue()))
                      .collect(Collectors.joining(", "));
              if (!others.isEmpty()) {
                lines.add(prefix(result, name) + others);
              }
            });
    return lines;
  }

  private static Optional<String> primaryInterval(HeadResult head) {
    return head.figures().stream()
        .findFirst()
        .flatMap(
            figure ->
                figure
                    .interval()
                    .map(
                        found ->
                            SHARES.containsKey(figure.name())
                                ? interval(found)
                                : decimal(found.low()) + " to " + decimal(found.high())));
  }

  private static String prefix(EvaluationResult result, String head) {
    return result.heads().size() == 1 ? "" : head + ": ";
  }

  private static String metric(String name, double value) {
    String share = SHARES.get(name);
    return share == null ? name + " " + decimal(value) : share + " " + percent(value);
  }

  /** Such as {@code 0.2713}; a dash where there is none. */
  static String decimal(double value) {
    return Double.isNaN(value) ? "-" : "%.4f".formatted(value);
  }

  /** Such as {@code 91.30 %}; a dash where there is none. */
  static String percent(double share) {
    return Double.isNaN(share) ? "-" : "%.2f %%".formatted(100 * share);
  }

  /** Where the accuracy lies, in percent; a dash where there are no examples to tell it by. */
  static String interval(ConfusionMatrix confusion) {
    return confusion.total() == 0 ? "-" : interval(confusion.accuracyInterval());
  }

  /** In percent, such as {@code 89.38 to 92.90}. */
  private static String interval(Interval interval) {
    return "%.2f to %.2f".formatted(100 * interval.low(), 100 * interval.high());
  }

  /** Metrics for JSON, by {@code head/metric}. */
  static Map<String, Object> metrics(EvaluationResult result) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    result.metrics().forEach((name, value) -> metrics.put(name, number(value)));
    return metrics;
  }

  /** A number for JSON, which has none that is not finite. */
  static @Nullable Double number(double value) {
    return ResultFigures.number(value);
  }

  /** The most memory this process has used, such as {@code 1.43 GB}; empty where it is unknown. */
  static Optional<String> peakMemory() {
    OptionalLong bytes = PeakMemory.bytes();
    return bytes.isPresent() ? Optional.of(size(bytes.getAsLong())) : Optional.empty();
  }

  /** The same in bytes for JSON, null where it is unknown. */
  static @Nullable Long peakMemoryBytes() {
    OptionalLong bytes = PeakMemory.bytes();
    return bytes.isPresent() ? bytes.getAsLong() : null;
  }

  /** Such as {@code 1.43 GB} or {@code 812 MB}, in powers of 1000. */
  static String size(long bytes) {
    return bytes >= GIGABYTE
        ? "%.2f GB".formatted(bytes / GIGABYTE)
        : "%.0f MB".formatted(bytes / MEGABYTE);
  }

  /** Such as {@code 1 min 32 s}. */
  static String duration(double seconds) {
    Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
    if (duration.toMinutes() == 0) {
      return "%.1f s".formatted(seconds);
    }
    return duration.toHours() == 0
        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }
}
