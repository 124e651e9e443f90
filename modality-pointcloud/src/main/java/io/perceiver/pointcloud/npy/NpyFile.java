package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.UnnamedColumns;
import java.nio.ByteBuffer;

/** Reads NPY files of shape (points, 3 or more), float32 or float64. */
public final class NpyFile {
  private static final int MOST_COLUMNS = 1024;
  private static final int[] NO_TRIANGLES = {};

  private NpyFile() {}

  /** Whether a file is NPY, by its first bytes. */
  public static boolean matches(FileBytes file) {
    return file.has(0, NpyHeader.MAGIC);
  }

  /**
   * Reads the points. Columns after the coordinates mean what they mean in text without names.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    NpyHeader header = NpyHeader.read(file);
    if (header.columns() < Axis.COUNT || header.columns() > MOST_COLUMNS) {
      throw file.refused(
          "an array of shape ("
              + header.rows()
              + ", "
              + header.columns()
              + "); expected one point a row, of 3 to "
              + MOST_COLUMNS
              + " columns");
    }
    int columns = (int) header.columns();
    int available = file.size() - header.offset();
    file.checkPoints(header.rows(), (long) header.bytes() * columns, available, options);
    int rows = (int) header.rows();
    PointTable table = new PointTable(file, options, UnnamedColumns.of(columns, columns, options.channels(), UnnamedColumns.Order.UNKNOWN), false);
    table.reserve(rows);
    ByteBuffer numbers = file.from(0, header.order());
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        int index = header.columnMajor() ? column * rows + row : row * columns + column;
        table.set(row, column, read(numbers, header, index));
      }
    }
    return table.cloud(rows, NO_TRIANGLES);
  }

  private static double read(ByteBuffer numbers, NpyHeader header, int index) {
    int at = header.offset() + index * header.bytes();
    return header.bytes() == Float.BYTES ? numbers.getFloat(at) : numbers.getDouble(at);
  }
}
