package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.data.Offset;

/** Central differences in float64. */
final class FiniteDifference {
  /** The step's square, times what third derivatives come to at these sizes, and rounding. */
  static final Offset<Double> ALLOWED = Offset.offset(1e-5);

  private static final double STEP = 1e-5;

  private FiniteDifference() {}

  /** How the weighted sum of the outputs follows one number of one input. */
  static double slope(
      List<Drawn> inputs, int input, int index, Function<List<NDArray>, NDArray> function) {
    double above = Differentiated.sumInDoubles(moved(inputs, input, index, STEP), function);
    double below = Differentiated.sumInDoubles(moved(inputs, input, index, -STEP), function);
    return (above - below) / (2 * STEP);
  }

  private static List<Drawn> moved(List<Drawn> inputs, int input, int index, double by) {
    List<Drawn> moved = new ArrayList<>(inputs);
    moved.set(input, inputs.get(input).moved(index, by));
    return moved;
  }
}
