package io.perceiver.evaluate;

import io.perceiver.api.head.Interval;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A metric's value over a set of examples.
 *
 * @param name of the metric
 * @param value NaN if there were no examples
 * @param higherIsBetter whether a larger value is a better one
 * @param interval where the value lies with a confidence of 95 %, if that is known
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MetricResult(
    String name, double value, boolean higherIsBetter, Optional<Interval> interval) {}
