package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.head.Prediction;
import java.util.Map;

/**
 * An example with what the model says of it.
 *
 * @param example the example
 * @param predictions by output: {@code HEAD}, or {@code HEAD.OUTPUT} of a head with several
 */
public record PredictedExample(Example example, Map<String, Prediction> predictions) {}
