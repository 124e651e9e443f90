package io.perceiver.cli.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.perceiver.nn.ModelOutput;
import io.perceiver.run.PredictedExample;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON object a line: {@code source}, {@code true} if known, {@code predicted}, and {@code
 * scores} or {@code unit} if there are some.
 */
public final class JsonPredictions extends PredictionRows {
  private final ObjectMapper json = JsonMapper.builder().build();

  /** Creates one for a model. */
  public JsonPredictions(Map<String, ModelOutput> outputs, PrintWriter out) {
    super(outputs, out);
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
              PredictionText.json(prediction)
                  .forEach((key, value) -> object.put(prefix(head) + key, value));
            });
    try {
      out().println(json.writeValueAsString(object));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + object, e);
    }
  }
}
