package io.perceiver.train;

import ai.djl.ndarray.NDArray;

/**
 * One parameter that took part in a step.
 *
 * @param name its name in the model
 * @param decays whether weight decay applies: not to biases and norms
 * @param value changed in place
 * @param gradient may be changed in place
 */
public record ParameterUpdate(String name, boolean decays, NDArray value, NDArray gradient) {}
