package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;

/**
 * Numbers for a test, kept in Java so that every engine and kernel gets the same.
 *
 * @param shape of the array
 * @param values row-major
 */
record Drawn(Shape shape, double[] values) {

  /** Normal draws that float32 holds exactly. */
  static Drawn normal(Random random, long... shape) {
    Shape whole = new Shape(shape);
    double[] values = new double[(int) whole.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Drawn(whole, values);
  }

  /** As float32. */
  NDArray in(NDManager manager) {
    return manager.create(floats(), shape);
  }

  /** As float64. */
  NDArray doublesIn(NDManager manager) {
    return manager.create(values, shape);
  }

  float[] floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** A copy with one number moved. */
  Drawn moved(int index, double by) {
    double[] moved = values.clone();
    moved[index] += by;
    return new Drawn(shape, moved);
  }
}
