package io.perceiver.internal.evaluate;

import io.perceiver.api.head.Interval;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.evaluate.SubsetResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results as they are written to files: names to numbers, lists and such maps again, in order. A
 * number that is not finite is null, since JSON has none.
 */
public final class ResultFigures {
  private ResultFigures() {}

  /**
   * {@code accuracy}, {@code n}, {@code low}, {@code high}, {@code meanClassAccuracy} and {@code
   * macroF1} of the first head that chooses among classes, {@code loss}, {@code examples}, {@code
   * metrics} by {@code output/metric}, {@code intervals} likewise as low and high end; and {@code
   * subsets} where there are some. Of no examples there is no interval either.
   */
  public static Map<String, @Nullable Object> of(EvaluationResult result) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    figures.putAll(classFigures(result.heads()));
    figures.put("loss", number(result.loss()));
    figures.put("examples", result.examples());
    Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
    result.metrics().forEach((name, value) -> metrics.put(name, number(value)));
    figures.put("metrics", metrics);
    Map<String, @Nullable Object> intervals = intervals(result.heads());
    if (!intervals.isEmpty()) {
      figures.put("intervals", intervals);
    }
    if (!result.subsets().isEmpty()) {
      figures.put("subsets", result.subsets().stream().map(ResultFigures::of).toList());
    }
    return figures;
  }

  /** {@code modalities}, {@code lacking}, and the figures of {@link #of(EvaluationResult)}. */
  public static Map<String, @Nullable Object> of(SubsetResult result) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    figures.put("modalities", List.copyOf(result.subset().modalities()));
    figures.put("lacking", result.lacking());
    figures.putAll(of(new EvaluationResult(result.examples(), 0, result.heads(), List.of())));
    return figures;
  }

  private static Map<String, @Nullable Object> classFigures(Map<String, HeadResult> heads) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    heads.values().stream()
        .flatMap(head -> head.confusion().stream())
        .findFirst()
        .ifPresent(
            confusion -> {
              long n = confusion.total();
              Interval interval = confusion.accuracyInterval();
              figures.put("n", n);
              figures.put("accuracy", number(confusion.accuracy()));
              figures.put("low", n == 0 ? null : (Double) interval.low());
              figures.put("high", n == 0 ? null : (Double) interval.high());
              figures.put("meanClassAccuracy", number(confusion.meanClassAccuracy()));
              figures.put("macroF1", number(confusion.macroF1()));
            });
    return figures;
  }

  /** Low and high end of each metric that has an interval. */
  private static Map<String, @Nullable Object> intervals(Map<String, HeadResult> heads) {
    Map<String, @Nullable Object> intervals = new LinkedHashMap<>();
    heads.forEach(
        (name, head) ->
            head.figures()
                .forEach(
                    figure ->
                        figure
                            .interval()
                            .ifPresent(
                                interval ->
                                    intervals.put(
                                        name + "/" + figure.name(),
                                        Arrays.asList(
                                            number(interval.low()), number(interval.high()))))));
    return intervals;
  }

  /** The number, or null where it is not finite. */
  public static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
