package io.perceiver.pointcloud.las;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Column;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads LAS files of every point format: coordinates, intensity and colour. All points are taken,
 * whatever class, return or flag they have.
 */
public final class LasFile {
  private static final String SIGNATURE = "LASF";
  private static final int FORMAT_OFFSET = 104;
  private static final int COMPRESSED = 0xc0;
  private static final int LARGEST = 0xffff;
  private static final int LARGEST_BYTE = 0xff;
  private static final int AXES = 3;
  private static final int[] NO_TRIANGLES = {};

  private final FileBytes file;
  private final LasHeader header;
  private final ByteBuffer bytes;
  private final PointTable table;

  private LasFile(FileBytes file, LasHeader header, ReadOptions options)
      throws UnreadableExampleException {
    this.file = file;
    this.header = header;
    this.bytes = file.from(0, ByteOrder.LITTLE_ENDIAN);
    this.table = new PointTable(file, options, columns(options), false);
  }

  /** Whether a file is LAS by its first bytes; LAZ, its compressed form, is not. */
  public static boolean matches(FileBytes file) {
    return file.has(0, SIGNATURE)
        && (file.size() <= FORMAT_OFFSET || (file.bytes()[FORMAT_OFFSET] & COMPRESSED) == 0);
  }

  /**
   * Reads the points.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    LasHeader header = LasHeader.read(file);
    LasParts parts = new LasParts(file, header);
    parts.checkStart();
    long available = file.size() - header.offset();
    file.checkPoints(header.points(), header.pointBytes(), available, options);
    parts.checkEnd();
    return new LasFile(file, header, options).read();
  }

  private Columns columns(ReadOptions options) {
    List<String> names = new ArrayList<>(List.of("x", "y", "z", "intensity"));
    boolean colour = header.format().hasColour();
    if (colour) {
      names.addAll(List.of("red", "green", "blue"));
    }
    int largest = colour && options.channels().contains(Channel.COLOUR) ? largestColour() : LARGEST;
    return new Columns(names, names.stream().map(Column::named).toList(), largest, LARGEST);
  }

  /** Many programs store colours of 8 bits in the 16: then none is above 255. */
  private int largestColour() {
    for (int point = 0; point < header.points(); point++) {
      for (int i = 0; i < AXES; i++) {
        if (colour(at(point), i) > LARGEST_BYTE) {
          return LARGEST;
        }
      }
    }
    return LARGEST_BYTE;
  }

  private int at(int point) {
    return (int) header.offset() + point * header.pointBytes();
  }

  private int colour(int at, int i) {
    return bytes.getShort(at + header.format().colour() + Short.BYTES * i) & 0xffff;
  }

  private PointCloud read() throws UnreadableExampleException {
    checkScales();
    int points = (int) header.points();
    table.reserve(points);
    for (int point = 0; point < points; point++) {
      int at = at(point);
      for (int axis = 0; axis < AXES; axis++) {
        int stored = bytes.getInt(at + Integer.BYTES * axis);
        table.set(point, axis, stored * header.scales()[axis] + header.shifts()[axis]);
      }
      table.set(point, AXES, bytes.getShort(at + LasPointFormat.INTENSITY) & 0xffff);
      for (int i = 0; header.format().hasColour() && i < AXES; i++) {
        table.set(point, AXES + 1 + i, colour(at, i));
      }
    }
    return table.cloud(points, NO_TRIANGLES);
  }

  private void checkScales() throws UnreadableExampleException {
    for (int axis = 0; axis < AXES; axis++) {
      double scale = header.scales()[axis];
      double shift = header.shifts()[axis];
      if (!(Math.abs(scale) > 0) || Double.isInfinite(scale) || !Double.isFinite(shift)) {
        throw file.refused(
            "its LAS header scales "
                + "xyz".charAt(axis)
                + " by "
                + scale
                + " and adds "
                + shift
                + "; allowed: finite numbers, and a scale other than 0");
      }
    }
  }
}
