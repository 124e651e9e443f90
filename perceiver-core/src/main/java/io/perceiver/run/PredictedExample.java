package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.head.Prediction;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * An example with what the model says of it.
 *
 * @param example the example
 * @param predictions by output: {@code HEAD}, or {@code HEAD.OUTPUT} of a head with several
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PredictedExample(Example example, Map<String, Prediction> predictions) {}
