package io.perceiver.train;

import io.perceiver.api.Head;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.Perceiver;
import java.util.Map;

/**
 * A network with what its outputs mean.
 *
 * @param network initialized on the compute's device
 * @param heads by name, in order; the first holds the primary metric
 * @param compute where it runs
 */
public record Model(Perceiver network, Map<String, Head> heads, Compute compute) {}
