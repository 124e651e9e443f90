package io.perceiver.cli.predict;

import io.perceiver.api.head.Prediction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Predictions of every kind as cells of a table and as JSON. */
final class PredictionText {
  private static final String PREDICTED = "predicted";
  private static final String SCORES = "scores";

  private PredictionText() {}

  /** Returns the cells of a prediction by the name of their column, in order. */
  static Map<String, String> cells(Prediction prediction) {
    Map<String, String> cells = new LinkedHashMap<>();
    if (prediction instanceof Prediction.OneOf one) {
      cells.put(PREDICTED, one.name());
      one.scores().forEach((name, score) -> cells.put(name, score.toString()));
    } else if (prediction instanceof Prediction.AnyOf any) {
      cells.put(PREDICTED, String.join("|", any.names()));
      any.scores().forEach((name, score) -> cells.put(name, score.toString()));
    } else if (prediction instanceof Prediction.Numbers numbers) {
      numbers.values().forEach((name, value) -> cells.put(name, value.toString()));
    } else if (prediction instanceof Prediction.Elements elements) {
      cells.put("elements", Integer.toString(elements.count()));
      cells.put("channels", Integer.toString(elements.channels()));
      cells.put("content", joined(elements.content()));
      cells.put("positions", joined(elements.positions()));
    } else {
      cells.put(PREDICTED, prediction.summary());
    }
    return cells;
  }

  private static String joined(float[] values) {
    StringJoiner joined = new StringJoiner(" ");
    for (float value : values) {
      joined.add(Float.toString(value));
    }
    return joined.toString();
  }

  /** Returns a prediction as what Jackson writes: by key, in order. */
  static Map<String, Object> json(Prediction prediction) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (prediction instanceof Prediction.OneOf one) {
      json.put(PREDICTED, one.name());
      json.put(SCORES, one.scores());
    } else if (prediction instanceof Prediction.AnyOf any) {
      json.put(PREDICTED, any.names());
      json.put(SCORES, any.scores());
    } else if (prediction instanceof Prediction.Numbers numbers) {
      json.put(PREDICTED, numbers.values());
      if (!numbers.unit().isEmpty()) {
        json.put("unit", numbers.unit());
      }
    } else if (prediction instanceof Prediction.Elements elements) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("modality", elements.modality());
      content.put("elements", elements.count());
      content.put("channels", elements.channels());
      content.put("content", elements.content());
      content.put("positions", elements.positions());
      json.put(PREDICTED, content);
    } else {
      json.put(PREDICTED, prediction.summary());
    }
    return json;
  }
}
