package io.perceiver.pointcloud.bin;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Column;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Locale;

/**
 * Reads little-endian float32 numbers, point after point, without a header. The setting {@code
 * columns} says how many belong to a point, and what they are; nothing in the file does.
 */
public final class BinFile {
  private static final int[] NO_TRIANGLES = {};
  private static final int HEAD_BYTES = 1024;

  // metres in any projection are less; bytes of other kinds give numbers of every size
  private static final float LARGEST = 1e8f;
  private static final float SMALLEST = 1e-30f;
  private static final float LARGEST_INTENSITY = 65535;

  private BinFile() {}

  /** Whether a file is called one of bare numbers. */
  public static boolean matches(FileBytes file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".bin");
  }

  /**
   * Checks what can be checked without the numbers.
   *
   * @param head the file's first bytes, or all of them
   * @param size of the whole file
   * @throws UnreadableExampleException if its columns are not configured, its size is not one of
   *     whole points, or it is text
   */
  public static void check(FileBytes head, long size, ReadOptions options)
      throws UnreadableExampleException {
    if (isText(head)) {
      throw head.foreign();
    }
    int columns = options.columns().size();
    if (columns == 0) {
      throw head.isForeign()
          ? head.foreign()
          : head.refused(
              "float32 numbers without a header; say how many belong to a point, and what they are,"
                  + " by the setting columns, such as columns: [x, y, z, intensity] for KITTI or"
                  + " [x, y, z, intensity, _] for nuScenes");
    }
    int pointBytes = columns * Float.BYTES;
    if (size % pointBytes != 0) {
      throw head.refused(
          size
              + " bytes are not whole points of "
              + pointBytes
              + " bytes, the "
              + columns
              + " float32 numbers that the setting columns names: "
              + options.columns());
    }
  }

  private static boolean isText(FileBytes head) {
    for (int at = 0; at < Math.min(HEAD_BYTES, head.size()); at++) {
      byte each = head.bytes()[at];
      if (each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the points.
   *
   * @throws UnreadableExampleException if the file holds no whole points, or numbers that points of
   *     these columns do not have
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    check(file, file.size(), options);
    int columns = options.columns().size();
    int points = file.size() / (columns * Float.BYTES);
    file.checkPoints(points, (long) columns * Float.BYTES, file.size(), options);
    Columns meanings = Columns.configured(file, options, columns);
    PointTable table = new PointTable(file, options, meanings, false);
    table.reserve(points);
    FloatBuffer numbers = file.from(0, ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (int point = 0; point < points; point++) {
      for (int column = 0; column < columns; column++) {
        float number = numbers.get(point * columns + column);
        check(file, number, point, meanings.meanings().get(column));
        table.set(point, column, number);
      }
    }
    return table.cloud(points, NO_TRIANGLES);
  }

  private static void check(FileBytes file, float number, int point, Column meaning)
      throws UnreadableExampleException {
    float size = Math.abs(number);
    boolean plausible =
        meaning == Column.INTENSITY
            ? !(number < 0 || number > LARGEST_INTENSITY)
            : meaning == Column.OTHER || size == 0 || !(size < SMALLEST || size > LARGEST);
    if (!plausible && Float.isFinite(number)) {
      throw file.isForeign()
          ? file.foreign()
          : file.refused(
              "point "
                  + (point + 1)
                  + " has "
                  + meaning.name().toLowerCase(Locale.ROOT)
                  + " "
                  + number
                  + ", so these are not float32 numbers of the columns that the setting columns"
                  + " names");
    }
  }
}
