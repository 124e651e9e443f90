package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.PerceiverException;

/** Checks shapes at the edge of a Block. */
final class Shapes {

  private Shapes() {}

  /**
   * Checks an array.
   *
   * @param what whose array it is
   * @param axes their names
   * @param expected size of each axis, -1 for any
   * @throws PerceiverException naming both shapes
   */
  static void check(String what, NDArray array, String axes, long... expected) {
    Shape shape = array.getShape();
    boolean fits = shape.dimension() == expected.length;
    StringBuilder wanted = new StringBuilder("(");
    for (int axis = 0; axis < expected.length; axis++) {
      fits = fits && (expected[axis] < 0 || shape.get(axis) == expected[axis]);
      wanted.append(axis == 0 ? "" : ", ").append(expected[axis] < 0 ? "any" : expected[axis]);
    }
    if (!fits) {
      throw new PerceiverException(
          what + " has shape " + shape + ", expected " + axes + " = " + wanted + ")");
    }
  }
}
