package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.Prediction;
import java.util.Map;

/**
 * An example with what the model says of it.
 *
 * @param example the example
 * @param predictions by head
 */
public record PredictedExample(Example example, Map<String, Prediction> predictions) {}
