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
 * The clouds of an HDF5 file as records: the dataset {@code data} of shape (records, points, 3), or
 * of as many columns as the configuration names, and, if asked for, {@code normal} beside it. Their
 * numbers are held in memory; closing does nothing.
 */
public final class H5Clouds implements RecordFile<PointCloud> {
  private static final String DATA = "data";
  private static final String NORMAL = "normal";
  private static final String LABEL = "label";
  private static final List<String> COORDINATES = List.of("x", "y", "z");
  private static final List<String> NORMALS = List.of("nx", "ny", "nz");
  private static final int[] NO_TRIANGLES = {};

  private final String name;
  private final ReadOptions options;
  private final List<H5Array> arrays;
  private final Columns columns;

  private H5Clouds(String name, ReadOptions options, List<H5Array> arrays) {
    this.name = name;
    this.options = options;
    this.arrays = List.copyOf(arrays);
    List<String> names = new ArrayList<>(dataColumns(options));
    if (arrays.size() > 1) {
      names.addAll(NORMALS);
    }
    this.columns = Columns.named(names);
  }

  private static List<String> dataColumns(ReadOptions options) {
    return options.columns().isEmpty() ? COORDINATES : options.columns();
  }

  /** Whether a file begins as HDF5 does. */
  public static boolean matches(FileBytes file) {
    return file.has(0, "\u0089HDF\r\n\u001a\n");
  }

  /**
   * Reads a file of clouds.
   *
   * @throws UnreadableExampleException if it is not such a file, is damaged, or its clouds have
   *     more points than allowed
   * @throws IOException if the bytes cannot be had
   */
  public static H5Clouds open(ExampleSource source, ReadOptions options) throws IOException {
    List<H5Array> arrays = new ArrayList<>();
    try (H5File file = H5File.open(source)) {
      H5Array data = file.array(DATA);
      check(source.name(), data, dataColumns(options).size(), data, options);
      arrays.add(data);
      if (file.has(LABEL)) {
        checkLabels(source.name(), data, file.shape(LABEL));
      }
      boolean hasNormals = Columns.named(dataColumns(options)).channels().contains(Channel.NORMALS);
      if (options.channels().contains(Channel.NORMALS) && !hasNormals && file.has(NORMAL)) {
        H5Array normals = file.array(NORMAL);
        check(source.name(), normals, Axis.COUNT, data, options);
        arrays.add(normals);
      }
    }
    return new H5Clouds(source.name(), options, arrays);
  }

  private static void checkLabels(String name, H5Array data, List<Integer> labels)
      throws UnreadableExampleException {
    if (labels.isEmpty() || labels.get(0) != data.count()) {
      throw new UnreadableExampleException(
          name,
          "its dataset 'data' has shape " + data.shape() + ", but 'label' has shape " + labels);
    }
  }

  private static void check(
      String name, H5Array array, int columns, H5Array first, ReadOptions options)
      throws UnreadableExampleException {
    List<Integer> shape = array.shape();
    if (shape.size() != 3
        || shape.get(2) != columns
        || !shape.subList(0, 2).equals(first.shape().subList(0, 2))) {
      throw new UnreadableExampleException(
          name,
          "its dataset '"
              + array.name()
              + "' has shape "
              + shape
              + "; expected [records, points, "
              + columns
              + "]"
              + (array.name().equals(first.name())
                  ? shape.size() == 3 ? "; " + Columns.SET_COLUMNS : ""
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
    PointTable table = new PointTable(file, options, columns, false);
    int points = arrays.get(0).shape().get(1);
    table.reserve(points);
    int column = 0;
    for (H5Array array : arrays) {
      fill(table, column, array, index);
      column += array.shape().get(2);
    }
    return table.cloud(points, NO_TRIANGLES);
  }

  private static void fill(PointTable table, int firstColumn, H5Array array, int index)
      throws IOException {
    int size = array.recordSize();
    int width = array.shape().get(2);
    for (int i = 0; i < size; i++) {
      table.set(i / width, firstColumn + i % width, array.values()[index * size + i]);
    }
  }

  @Override
  public void close() {}
}
