package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Parameters with the same decay that one step of AdamW or LAMB moves; equal indices belong
 * together.
 *
 * @param values changed in place
 * @param gradients read; LAMB may overwrite them
 * @param firstMoments changed in place
 * @param secondMoments changed in place
 * @param steps scalars, the steps each parameter has taken; counted up in place
 */
public record AdamState(
    List<NDArray> values,
    List<NDArray> gradients,
    List<NDArray> firstMoments,
    List<NDArray> secondMoments,
    List<NDArray> steps) {}
