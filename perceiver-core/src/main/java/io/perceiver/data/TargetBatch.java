package io.perceiver.data;

/**
 * The targets of one head for a batch of B examples. The arrays belong to the batch.
 *
 * @param size floats of one target
 * @param values (batch, size), row-major; zeros where an example has no target
 * @param weights (batch), 1 where the example has a target, 0 where it has none
 */
public record TargetBatch(int size, float[] values, float[] weights) {

  /** A copy of one example's target. */
  public float[] row(int example) {
    float[] row = new float[size];
    System.arraycopy(values, example * size, row, 0, size);
    return row;
  }
}
