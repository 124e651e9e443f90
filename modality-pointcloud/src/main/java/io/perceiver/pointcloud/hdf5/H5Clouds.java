package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The clouds of an HDF5 file as records: the dataset {@code data} of shape (records, points, 3)
 * and, where asked for, {@code normal} of the same shape. Their numbers are held in memory; closing
 * does nothing.
 */
public final class H5Clouds implements RecordFile<PointCloud> {
  private static final String DATA = "data";
  private static final String NORMAL = "normal";
  private static final Columns COORDINATES = Columns.named(List.of("x", "y", "z"));
  private static final Columns WITH_NORMALS =
      Columns.named(List.of("x", "y", "z", "nx", "ny", "nz"));
  private static final int[] NO_TRIANGLES = {};

  private final String name;
  private final ReadOptions options;
  private final List<H5Array> arrays;

  private H5Clouds(String name, ReadOptions options, List<H5Array> arrays) {
    this.name = name;
    this.options = options;
    this.arrays = List.copyOf(arrays);
  }

  /** Whether a file begins as HDF5 does. */
  public static boolean matches(FileBytes file) {
    return file.has(0, "\u0089HDF\r\n\u001a\n");
  }

  /**
   * Reads a file of clouds.
   *
   * @throws UnreadableExampleException if it is no such file, is damaged, or its clouds have more
   *     points than allowed
   * @throws IOException if the bytes cannot be had
   */
  public static H5Clouds open(ExampleSource source, ReadOptions options) throws IOException {
    List<H5Array> arrays = new ArrayList<>();
    try (H5File file = H5File.open(source)) {
      arrays.add(file.array(DATA));
      if (options.channels().contains(Channel.NORMALS) && file.has(NORMAL)) {
        arrays.add(file.array(NORMAL));
      }
    }
    for (H5Array array : arrays) {
      check(source.name(), array, arrays.get(0), options);
    }
    return new H5Clouds(source.name(), options, arrays);
  }

  private static void check(String name, H5Array array, H5Array first, ReadOptions options)
      throws UnreadableExampleException {
    List<Integer> shape = array.shape();
    if (shape.size() != 3 || shape.get(2) != Axis.COUNT || !shape.equals(first.shape())) {
      throw new UnreadableExampleException(
          name,
          "its dataset '"
              + array.name()
              + "' has shape "
              + shape
              + "; expected [records, points, 3]"
              + (array.name().equals(first.name())
                  ? ""
                  : " as '" + first.name() + "' has, " + first.shape()));
    }
    if (shape.get(1) > options.maxPoints()) {
      throw new UnreadableExampleException(
          name,
          "its clouds have "
              + shape.get(1)
              + " points, more than the "
              + options.maxPoints()
              + " allowed; raise maxPoints to accept them");
    }
  }

  @Override
  public int count() {
    return arrays.get(0).count();
  }

  @Override
  public PointCloud read(int index) throws IOException {
    Objects.checkIndex(index, count());
    FileBytes file = new FileBytes(name + "#" + index, new byte[0]);
    Columns columns = arrays.size() > 1 ? WITH_NORMALS : COORDINATES;
    PointTable table = new PointTable(file, options, columns, false);
    int points = arrays.get(0).shape().get(1);
    table.reserve(points);
    for (int i = 0; i < arrays.size(); i++) {
      fill(table, i * Axis.COUNT, arrays.get(i), index);
    }
    return table.cloud(points, NO_TRIANGLES);
  }

  private static void fill(PointTable table, int firstColumn, H5Array array, int index)
      throws IOException {
    int size = array.recordSize();
    for (int i = 0; i < size; i++) {
      table.set(i / Axis.COUNT, firstColumn + i % Axis.COUNT, array.values()[index * size + i]);
    }
  }

  @Override
  public void close() {}
}
