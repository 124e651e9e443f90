package io.perceiver.pointcloud.las;

import java.util.List;

/**
 * The record of a point. All begin with x, y and z as 32-bit integers and the intensity.
 *
 * @param bytes of a record, to which a file may add more
 * @param colour where red, green and blue lie, 16 bits each; negative for none
 */
record LasPointFormat(int bytes, int colour) {
  static final int INTENSITY = 12;

  private static final int NONE = -1;

  // by number, as in the tables of LAS 1.4 R15
  private static final List<LasPointFormat> FORMATS =
      List.of(
          new LasPointFormat(20, NONE),
          new LasPointFormat(28, NONE),
          new LasPointFormat(26, 20),
          new LasPointFormat(34, 28),
          new LasPointFormat(57, NONE),
          new LasPointFormat(63, 28),
          new LasPointFormat(30, NONE),
          new LasPointFormat(36, 30),
          new LasPointFormat(38, 30),
          new LasPointFormat(59, NONE),
          new LasPointFormat(67, 30));

  static boolean isKnown(int number) {
    return number < FORMATS.size();
  }

  static LasPointFormat of(int number) {
    return FORMATS.get(number);
  }

  boolean hasColour() {
    return colour != NONE;
  }
}
