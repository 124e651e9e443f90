package io.perceiver.cli.predict;

import io.perceiver.api.Head;
import io.perceiver.api.Prediction;
import io.perceiver.run.PredictedExample;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line an example, for people: the prediction, the likeliest classes, and whether it is right.
 */
public final class TextPredictions extends PredictionRows {
  private static final int LIKELIEST = 3;

  /** For a model. */
  public TextPredictions(Map<String, Head> heads, PrintWriter out) {
    super(heads, out);
  }

  @Override
  void print(PredictedExample predicted) {
    String source = source(predicted.example());
    predicted
        .predictions()
        .forEach(
            (head, prediction) ->
                out()
                    .println(
                        source
                            + "  "
                            + prefix(head)
                            + prediction.value()
                            + likeliest(prediction)
                            + verdict(prediction, trueValue(head, predicted.example()))));
  }

  private static String likeliest(Prediction prediction) {
    return prediction.scores().isEmpty()
        ? ""
        : prediction.scores().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(LIKELIEST)
            .map(score -> "%s %.1f %%".formatted(score.getKey(), 100 * score.getValue()))
            .collect(Collectors.joining(", ", "  (", ")"));
  }

  private static String verdict(Prediction prediction, String truth) {
    if (truth.isEmpty()) {
      return "";
    }
    return truth.equals(prediction.value()) ? "  right" : "  wrong: it is " + truth;
  }
}
