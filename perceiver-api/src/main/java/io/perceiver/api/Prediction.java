package io.perceiver.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a head says of one example.
 *
 * @param value the answer, such as a class name
 * @param scores every possible answer with its probability, in the head's order; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Prediction(String value, Map<String, Double> scores) {

  /** Keeps its own copy of the scores, in order. */
  public Prediction {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }
}
