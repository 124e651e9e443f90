package io.perceiver.internal.data;

/** The targets of one output for a batch of B examples, in the memory of the host. */
public sealed interface TargetBatch {

  /** (batch), 1 where the example has a target, 0 where it has none; the batch's. */
  float[] weights();

  /**
   * One id for each example.
   *
   * @param ids (batch); 0 where an example has no target
   */
  record Ids(int[] ids, float[] weights) implements TargetBatch {}

  /**
   * As many numbers for each example.
   *
   * @param size numbers of one target
   * @param values (batch, size), row-major; zeros where an example has no target
   */
  record Numbers(int size, float[] values, float[] weights) implements TargetBatch {}

  /**
   * The elements of a modality.
   *
   * @param elements none of them hidden
   */
  record Elements(ModalityBatch elements) implements TargetBatch {

    @Override
    public float[] weights() {
      boolean[] present = elements.present();
      float[] weights = new float[present.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = present[i] ? 1 : 0;
      }
      return weights;
    }
  }
}
