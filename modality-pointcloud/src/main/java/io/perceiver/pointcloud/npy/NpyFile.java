package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.ByteBuffer;

/**
 * Reads NPY files of floats or integers: matrices of one point a row, and structured arrays of one
 * point an item.
 */
public final class NpyFile {
  private static final int[] NO_TRIANGLES = {};

  private NpyFile() {}

  /** Whether a file is NPY, by its first bytes. */
  public static boolean matches(FileBytes file) {
    return file.has(0, NpyHeader.MAGIC);
  }

  /**
   * Checks a file by its header, as far as that is there.
   *
   * @param head the file's first bytes
   * @param size of the whole file
   * @throws UnreadableExampleException if reading would refuse it
   */
  public static void check(FileBytes head, long size, ReadOptions options)
      throws UnreadableExampleException {
    if (head.size() >= size || NpyHeader.isWhole(head)) {
      layout(head, NpyHeader.read(head), size, options);
    }
  }

  private static NpyLayout layout(FileBytes file, NpyHeader header, long size, ReadOptions options)
      throws UnreadableExampleException {
    NpyLayout layout = NpyLayout.of(file, header, options);
    long available = size - header.offset();
    file.checkPoints(layout.rows(), layout.rowBytes(), available, options);
    if (layout.rows() * layout.rowBytes() != available) {
      throw file.refused(
          "damaged: its shape "
              + header.shownShape()
              + " needs "
              + layout.rows() * layout.rowBytes()
              + " bytes, but "
              + available
              + " follow");
    }
    return layout;
  }

  /**
   * Reads the points. Columns after the coordinates mean what they mean in text without names.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short, longer than its header
   *     says or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    NpyHeader header = NpyHeader.read(file);
    NpyLayout layout = layout(file, header, file.size(), options);
    int rows = (int) layout.rows();
    PointTable table = new PointTable(file, options, layout.columns(), false);
    table.reserve(rows);
    for (int column = 0; column < layout.fields().size(); column++) {
      if (table.keeps(column)) {
        readColumn(file, header.offset(), layout, column, table);
      }
    }
    return table.cloud(rows, NO_TRIANGLES);
  }

  private static void readColumn(
      FileBytes file, int offset, NpyLayout layout, int column, PointTable table)
      throws UnreadableExampleException {
    NpyField field = layout.fields().get(column);
    NpyType type = field.type();
    if (!type.isNumber()) {
      throw file.refused(
          "its field '" + field.name() + "' holds no numbers that are read; save it as float32");
    }
    int rows = (int) layout.rows();
    int step = layout.columnMajor() ? type.bytes() : layout.rowBytes();
    int from = offset + (layout.columnMajor() ? rows * field.offset() : field.offset());
    ByteBuffer numbers = file.from(0, type.order());
    for (int row = 0; row < rows; row++) {
      table.set(row, column, type.read(numbers, from + row * step));
    }
  }
}
