package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Parameters with the same decay that one step of gradient descent moves; equal indices belong
 * together.
 *
 * @param values changed in place
 * @param gradients may be overwritten
 * @param velocities changed in place; none at all where there is no momentum
 */
public record SgdState(List<NDArray> values, List<NDArray> gradients, List<NDArray> velocities) {}
