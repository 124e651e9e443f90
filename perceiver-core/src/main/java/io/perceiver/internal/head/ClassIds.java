package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.TargetArray;

/** Targets that are ids of classes, one for each example or each element, beside scores. */
final class ClassIds {
  private ClassIds() {}

  /**
   * Returns the ids.
   *
   * @param scores (batch, class) or (batch, index, class)
   * @param target ids of the examples, or elements of one channel that holds ids
   * @return the shape of the scores without its last axis, INT64; owned by the manager of the
   *     scores
   * @throws PerceiverException if the shapes do not fit; says both
   */
  static NDArray of(NDArray scores, TargetArray target) {
    Shape wanted = scores.getShape().slice(0, scores.getShape().dimension() - 1);
    Shape given = target.values().getShape();
    boolean fits = given.equals(wanted) || given.equals(wanted.add(1));
    if (!fits) {
      throw new PerceiverException(
          "scores of shape %s need ids of shape %s, those of the target have %s"
              .formatted(scores.getShape(), wanted, given));
    }
    NDArray ids = target.values().toType(DataType.INT64, false).reshape(wanted);
    ids.attach(scores.getManager());
    return ids;
  }
}
