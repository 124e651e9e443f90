package io.perceiver.cli.predict;

import io.perceiver.api.head.Prediction;
import io.perceiver.nn.ModelOutput;
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

  /** Creates one for a model. */
  public TextPredictions(Map<String, ModelOutput> outputs, PrintWriter out) {
    super(outputs, out);
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
                            + prediction.summary()
                            + likeliest(prediction)
                            + verdict(prediction, trueValue(head, predicted.example()))));
  }

  private static String likeliest(Prediction prediction) {
    Map<String, Double> scores = scores(prediction);
    return scores.isEmpty()
        ? ""
        : scores.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(LIKELIEST)
            .map(score -> "%s %.1f %%".formatted(score.getKey(), 100 * score.getValue()))
            .collect(Collectors.joining(", ", "  (", ")"));
  }

  private static Map<String, Double> scores(Prediction prediction) {
    if (prediction instanceof Prediction.OneOf one) {
      return one.scores();
    }
    return prediction instanceof Prediction.AnyOf any ? any.scores() : Map.of();
  }

  /** Classes and labels are right or wrong; a number is what it is beside the true one. */
  private static String verdict(Prediction prediction, String truth) {
    if (truth.isEmpty()) {
      return "";
    }
    if (prediction instanceof Prediction.Numbers) {
      return "  true: " + truth;
    }
    return truth.equals(prediction.summary()) ? "  right" : "  wrong: it is " + truth;
  }
}
