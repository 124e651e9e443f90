package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * The positions of elements, (index, axis), with each coordinate in [-1, 1]. Instances are
 * immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Positions {
  private final int[] shape;
  private final int axes;
  private final boolean grid;
  private final float[] values;

  private Positions(int[] shape, int axes, boolean grid, float[] values) {
    this.shape = shape;
    this.axes = axes;
    this.grid = grid;
    this.values = values;
  }

  /**
   * Creates an even grid, with both ends included and the first axis slowest ("ij" order; Perceiver
   * §3.2). An axis of size 1 lies at -1.
   *
   * @param shape size of each axis, each at least 1
   */
  public static Positions grid(int... shape) {
    Problems problems = new Problems("grid");
    long count = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      problems.check(shape[axis] > 0, "axis " + axis, shape[axis], "at least 1");
      count *= Math.max(1, shape[axis]);
    }
    problems.check(shape.length > 0, "shape", "[]", "at least one axis");
    problems.check(
        count * shape.length <= Integer.MAX_VALUE,
        "shape",
        Arrays.toString(shape),
        "at most 2^31-1 coordinates");
    problems.throwIfAny();
    float[] values = new float[(int) count * shape.length];
    int inner = (int) count;
    for (int axis = 0; axis < shape.length; axis++) {
      inner /= shape[axis];
      float[] line = evenlySpaced(shape[axis]);
      for (int index = 0; index < count; index++) {
        values[index * shape.length + axis] = line[index / inner % shape[axis]];
      }
    }
    return new Positions(shape.clone(), shape.length, true, values);
  }

  /**
   * Creates any fixed positions, for example those of sensors.
   *
   * @param values (index, axis), row-major; copied
   */
  public static Positions of(float[] values, int axes) {
    Problems problems = new Problems("positions");
    problems.check(
        axes > 0 && values.length % Math.max(1, axes) == 0,
        "values",
        values.length,
        "a multiple of the " + axes + " axes");
    problems.throwIfAny();
    return new Positions(new int[] {values.length / axes}, axes, false, values.clone());
  }

  /**
   * Returns n values from -1 to 1, counted from both ends as torch.linspace does, so that they are
   * symmetric.
   */
  private static float[] evenlySpaced(int n) {
    float[] line = new float[n];
    float step = n == 1 ? 0 : 2f / (n - 1);
    for (int i = 0; i < n; i++) {
      line[i] = i < n / 2 || n == 1 ? -1f + step * i : 1f - step * (n - 1 - i);
    }
    return line;
  }

  /** Returns the number of elements, M. */
  public int count() {
    return values.length / axes;
  }

  /** Returns the number of coordinates of each position. */
  public int axes() {
    return axes;
  }

  /** Returns the size of each axis of a grid; for other positions, only the number of elements. */
  public int[] shape() {
    return shape.clone();
  }

  /** Returns whether these are the points of an even grid over all axes. */
  public boolean isGrid() {
    return grid;
  }

  /** Returns the coordinates, (index, axis), row-major; a copy. */
  public float[] values() {
    return values.clone();
  }

  /**
   * Returns the positions as an array, as a {@link PositionEncoding}'s Block takes them.
   *
   * @param manager owns the array
   * @return (1, index, axis)
   */
  public NDArray array(NDManager manager) {
    return manager.create(values, new Shape(1, count(), axes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Positions that
        && axes == that.axes
        && grid == that.grid
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + axes;
  }

  @Override
  public String toString() {
    return (isGrid() ? "grid " : "positions ") + Arrays.toString(shape);
  }
}
