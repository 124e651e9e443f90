package io.perceiver.testkit.constant;

import org.apiguardian.api.API;

/**
 * A signal that holds one value: one raw example. A record of values is immutable and equal by
 * value, which makes a good raw example.
 *
 * @param value any finite number, best from -1 to 1
 * @param elements how long it lasts, at least 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Constant(float value, int elements) {}
