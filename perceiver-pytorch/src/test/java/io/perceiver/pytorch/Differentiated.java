package io.perceiver.pytorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A function's value at some inputs, with the gradient of a weighted sum of its outputs.
 *
 * @param value row-major
 * @param gradients of each input, row-major
 */
record Differentiated(double[] value, List<double[]> gradients) {

  /** In float32. */
  static Differentiated of(List<Drawn> inputs, Function<List<NDArray>, NDArray> function) {
    return of(inputs, function, DataType.FLOAT32, () -> {});
  }

  /** In float32, with something happening between the forward and the backward pass. */
  static Differentiated interrupted(
      List<Drawn> inputs, Function<List<NDArray>, NDArray> function, Runnable between) {
    return of(inputs, function, DataType.FLOAT32, between);
  }

  /** In float64, where finite differences are exact enough to judge. */
  static Differentiated inDoubles(List<Drawn> inputs, Function<List<NDArray>, NDArray> function) {
    return of(inputs, function, DataType.FLOAT64, () -> {});
  }

  private static Differentiated of(
      List<Drawn> inputs,
      Function<List<NDArray>, NDArray> function,
      DataType type,
      Runnable between) {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<NDArray> leaves = new ArrayList<>();
      for (Drawn input : inputs) {
        NDArray leaf = type == DataType.FLOAT64 ? input.doublesIn(manager) : input.in(manager);
        leaf.setRequiresGradient(true);
        leaves.add(leaf);
      }
      double[] value;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray output = function.apply(leaves);
        value = doubles(output);
        NDArray sum = output.mul(weights(manager, output, type)).sum();
        between.run();
        collector.backward(sum);
      }
      return new Differentiated(
          value, leaves.stream().map(leaf -> doubles(leaf.getGradient())).toList());
    }
  }

  /** The weighted sum alone. */
  static double sumInDoubles(List<Drawn> inputs, Function<List<NDArray>, NDArray> function) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray output =
          function.apply(inputs.stream().map(input -> input.doublesIn(manager)).toList());
      return output.mul(weights(manager, output, DataType.FLOAT64)).sum().getDouble();
    }
  }

  /** Different for every output, so that errors cannot cancel. */
  private static NDArray weights(NDManager manager, NDArray output, DataType type) {
    return manager
        .arange(0f, (float) output.size(), 1f)
        .mul(0.7)
        .sin()
        .toType(type, false)
        .reshape(output.getShape());
  }

  private static double[] doubles(NDArray array) {
    return array.getDataType() == DataType.FLOAT64
        ? array.toDoubleArray()
        : widened(array.toFloatArray());
  }

  private static double[] widened(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }
}
