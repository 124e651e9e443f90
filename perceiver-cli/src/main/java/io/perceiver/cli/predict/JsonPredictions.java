package io.perceiver.cli.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.perceiver.api.Head;
import io.perceiver.run.PredictedExample;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON object a line: {@code source}, {@code true} if known, {@code predicted}, {@code scores}.
 */
public final class JsonPredictions extends PredictionRows {
  private final ObjectMapper json = JsonMapper.builder().build();

  /** For a model. */
  public JsonPredictions(Map<String, Head> heads, PrintWriter out) {
    super(heads, out);
  }

  @Override
  void print(PredictedExample predicted) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source", source(predicted.example()));
    predicted
        .predictions()
        .forEach(
            (head, prediction) -> {
              String truth = trueValue(head, predicted.example());
              if (!truth.isEmpty()) {
                object.put(prefix(head) + "true", truth);
              }
              object.put(prefix(head) + "predicted", prediction.value());
              object.put(prefix(head) + "scores", prediction.scores());
            });
    try {
      out().println(json.writeValueAsString(object));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + object, e);
    }
  }
}
