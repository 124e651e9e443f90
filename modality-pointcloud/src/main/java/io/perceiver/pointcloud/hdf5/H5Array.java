package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.UnreadableExampleException;
import java.util.List;

/**
 * A dataset of an HDF5 file, all of it.
 *
 * @param name of the dataset
 * @param shape size of each axis
 * @param values row-major
 */
record H5Array(String name, List<Integer> shape, float[] values) {

  /** Keeps its own copy of the shape. */
  H5Array {
    shape = List.copyOf(shape);
  }

  /**
   * Copies the numbers of a dataset.
   *
   * @param numbers a flat array of primitive numbers
   * @throws UnreadableExampleException if it is anything else
   */
  static H5Array of(String file, String name, List<Integer> shape, Object numbers)
      throws UnreadableExampleException {
    if (numbers instanceof float[] floats) {
      return new H5Array(name, shape, floats);
    }
    if (numbers instanceof double[] doubles) {
      return new H5Array(name, shape, floats(doubles.length, i -> doubles[i]));
    }
    if (numbers instanceof int[] ints) {
      return new H5Array(name, shape, floats(ints.length, i -> ints[i]));
    }
    if (numbers instanceof long[] longs) {
      return new H5Array(name, shape, floats(longs.length, i -> longs[i]));
    }
    if (numbers instanceof short[] shorts) {
      return new H5Array(name, shape, floats(shorts.length, i -> shorts[i]));
    }
    if (numbers instanceof byte[] bytes) {
      return new H5Array(name, shape, floats(bytes.length, i -> bytes[i]));
    }
    throw new UnreadableExampleException(file, "its dataset '" + name + "' holds no numbers");
  }

  private static float[] floats(int count, Numbers numbers) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) numbers.at(i);
    }
    return values;
  }

  /** Size of the first axis. */
  int count() {
    return shape.get(0);
  }

  /** Numbers of one record. */
  int recordSize() {
    return values.length / count();
  }

  /** Numbers by index. */
  private interface Numbers {
    double at(int index);
  }
}
