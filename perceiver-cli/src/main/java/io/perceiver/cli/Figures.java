package io.perceiver.cli;

import io.perceiver.evaluate.EvaluationResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures as people and as JSON read them. */
final class Figures {
  private Figures() {}

  /** Such as {@code accuracy 91.3 % (n 1000, loss 0.271)}. */
  static String of(EvaluationResult result) {
    return metricsText(result) + " (n %d, loss %.4f)".formatted(result.examples(), result.loss());
  }

  private static String metricsText(EvaluationResult result) {
    boolean oneHead = result.metrics().size() == 1;
    return result.metrics().entrySet().stream()
        .map(metric -> metric(metric.getKey(), metric.getValue(), oneHead))
        .collect(Collectors.joining(", "));
  }

  private static String metric(String name, double value, boolean oneHead) {
    String shown = oneHead ? name.substring(name.lastIndexOf('/') + 1) : name;
    return name.endsWith("/accuracy")
        ? "%s %.2f %%".formatted(shown, 100 * value)
        : "%s %.4f".formatted(shown, value);
  }

  /** Metrics for JSON, by {@code head/metric}. */
  static Map<String, Object> metrics(EvaluationResult result) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    result.metrics().forEach((name, value) -> metrics.put(name, number(value)));
    return metrics;
  }

  /** A number for JSON, which has none that is not finite. */
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
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
