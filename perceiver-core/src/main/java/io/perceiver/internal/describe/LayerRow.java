package io.perceiver.internal.describe;

/**
 * One layer as it runs.
 *
 * @param name of the layer; one that runs again with the same weights has the same name
 * @param kind what it is
 * @param output shape for a batch, such as {@code (batch, 512, 1024)}
 * @param parameters it learns; 0 where they were counted before
 * @param shared whether it runs with weights that an earlier row has counted
 * @param isStated whether the layer states its cost; the following are 0 if not
 * @param modelFlops multiplies and adds of one example by the plain formula, counted apart
 * @param executedFlops multiplies and adds of one example as the kernels do them
 * @param trainingFlops the same of forward and backward pass, without what is computed again
 */
public record LayerRow(
    String name,
    String kind,
    String output,
    long parameters,
    boolean shared,
    boolean isStated,
    long modelFlops,
    long executedFlops,
    long trainingFlops) {}
