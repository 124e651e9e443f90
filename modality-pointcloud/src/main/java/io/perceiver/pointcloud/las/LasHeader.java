package io.perceiver.pointcloud.las;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The public header block.
 *
 * @param size bytes of the header
 * @param offset where the points begin
 * @param records variable length records between header and points
 * @param format of a point
 * @param pointBytes bytes of a point
 * @param points number of points
 * @param scales by axis
 * @param shifts what is added to scaled coordinates, by axis
 * @param last records after the points
 */
record LasHeader(
    int size,
    long offset,
    long records,
    LasPointFormat format,
    int pointBytes,
    long points,
    double[] scales,
    double[] shifts,
    LastRecords last) {
  private static final int SHORTEST = 227;
  private static final int SHORTEST_1_3 = 235;
  private static final int SHORTEST_1_4 = 375;
  private static final int MAJOR = 1;
  private static final int NEWEST_MINOR = 4;
  private static final int AXES = 3;

  /**
   * The records after the points: any in version 1.4, waveforms in 1.3.
   *
   * @param count how many there are
   * @param offset where the first begins
   */
  record LastRecords(long count, long offset) {
    private static final int WAVEFORMS_WITHIN = 2;

    private static LastRecords of(ByteBuffer bytes, int minor) {
      if (minor >= 4) {
        return new LastRecords(bytes.getInt(243) & 0xffffffffL, bytes.getLong(235));
      }
      boolean waveforms = minor == 3 && (bytes.getShort(6) & WAVEFORMS_WITHIN) != 0;
      return new LastRecords(waveforms ? 1 : 0, waveforms ? bytes.getLong(227) : 0);
    }
  }

  /**
   * Reads a header.
   *
   * @throws UnreadableExampleException if it is cut short or contradicts itself or the file
   */
  static LasHeader read(FileBytes file) throws UnreadableExampleException {
    if (file.size() < SHORTEST) {
      throw file.refused(
          "cut short: a LAS header has at least "
              + SHORTEST
              + " bytes, but the file has "
              + file.size());
    }
    ByteBuffer bytes = file.from(0, ByteOrder.LITTLE_ENDIAN);
    int minor = minor(file, bytes);
    int size = size(file, bytes, minor);
    int number = bytes.get(104) & 0xff;
    if (!LasPointFormat.isKnown(number)) {
      throw file.refused("its LAS points are of format " + number + "; allowed: 0 to 10");
    }
    LasPointFormat format = LasPointFormat.of(number);
    int pointBytes = bytes.getShort(105) & 0xffff;
    if (pointBytes < format.bytes()) {
      throw file.refused(
          "its LAS header says "
              + pointBytes
              + " bytes for each point, but format "
              + number
              + " has "
              + format.bytes());
    }
    LastRecords last = LastRecords.of(bytes, minor);
    return new LasHeader(
        size,
        bytes.getInt(96) & 0xffffffffL,
        bytes.getInt(100) & 0xffffffffL,
        format,
        pointBytes,
        points(file, bytes, minor),
        axes(bytes, 131),
        axes(bytes, 155),
        last);
  }

  private static int minor(FileBytes file, ByteBuffer bytes) throws UnreadableExampleException {
    int major = bytes.get(24) & 0xff;
    int minor = bytes.get(25) & 0xff;
    if (major != MAJOR || minor > NEWEST_MINOR) {
      throw file.refused(
          "LAS version " + major + "." + minor + " is not read; allowed: 1.0 to 1.4");
    }
    return minor;
  }

  private static int size(FileBytes file, ByteBuffer bytes, int minor)
      throws UnreadableExampleException {
    int size = bytes.getShort(94) & 0xffff;
    int shortest = minor >= 4 ? SHORTEST_1_4 : minor == 3 ? SHORTEST_1_3 : SHORTEST;
    if (size < shortest || size > file.size()) {
      throw file.refused(
          "its LAS header says that it has "
              + size
              + " bytes; version 1."
              + minor
              + " has at least "
              + shortest
              + ", and the file has "
              + file.size());
    }
    return size;
  }

  /** Older versions count in 32 bits; 1.4 in 64, and in 32 as well where older formats allow. */
  private static long points(FileBytes file, ByteBuffer bytes, int minor)
      throws UnreadableExampleException {
    long old = bytes.getInt(107) & 0xffffffffL;
    if (minor < 4) {
      return old;
    }
    long points = bytes.getLong(247);
    if (points < 0 || (old != 0 && old != points)) {
      throw file.refused(
          "its LAS header contradicts itself: it says "
              + Long.toUnsignedString(points)
              + " points, and "
              + old
              + " where older programs look");
    }
    return points;
  }

  private static double[] axes(ByteBuffer bytes, int from) {
    double[] axes = new double[AXES];
    for (int axis = 0; axis < AXES; axis++) {
      axes[axis] = bytes.getDouble(from + Double.BYTES * axis);
    }
    return axes;
  }
}
