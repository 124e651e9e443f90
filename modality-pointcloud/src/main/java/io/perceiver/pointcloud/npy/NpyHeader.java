package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the numbers of an NPY file, versions 1 to 3.
 *
 * @param order of bytes
 * @param bytes of a number, 4 or 8
 * @param columnMajor whether the numbers of a column lie together, as in Fortran
 * @param rows points
 * @param columns numbers of a point
 * @param offset where the numbers begin
 */
record NpyHeader(
    ByteOrder order, int bytes, boolean columnMajor, long rows, long columns, int offset) {

  static final String MAGIC = "\u0093NUMPY";

  private static final int VERSION_BYTES = 2;
  private static final int MOST_HEADER_BYTES = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[)");
  private static final Pattern MAJOR = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");

  // both go through a text once, whatever it holds: possessive, and up to the next bracket only
  static final Pattern SHAPE = Pattern.compile("'shape'\\s*+:\\s*+\\(([^()]*+)\\)");
  static final Pattern MATRIX =
      Pattern.compile("\\s*+(\\d{1,18}+)L?+\\s*+,\\s*+(\\d{1,9}+)L?+\\s*+,?+\\s*+");

  /**
   * Reads a header.
   *
   * @throws UnreadableExampleException if it is cut short or describes anything but a matrix of
   *     floats
   */
  static NpyHeader read(FileBytes file) throws UnreadableExampleException {
    int from = MAGIC.length() + VERSION_BYTES;
    if (file.size() < from + Integer.BYTES) {
      throw file.refused("cut short: it ends within its NPY header");
    }
    int version = file.bytes()[MAGIC.length()];
    if (version < 1 || version > 3) {
      throw file.refused("NPY version " + version + " is not read; allowed: 1 to 3");
    }
    ByteBuffer length = file.from(from, ByteOrder.LITTLE_ENDIAN);
    long bytes = version == 1 ? length.getShort() & 0xffff : length.getInt() & 0xffffffffL;
    if (bytes > MOST_HEADER_BYTES || bytes > length.remaining()) {
      throw file.refused(
          "its NPY header is said to have "
              + bytes
              + " bytes; "
              + length.remaining()
              + " follow, and "
              + MOST_HEADER_BYTES
              + " are allowed");
    }
    String text =
        new String(file.bytes(), length.position(), (int) bytes, StandardCharsets.ISO_8859_1);
    return of(file, text, length.position() + (int) bytes);
  }

  private static NpyHeader of(FileBytes file, String text, int offset)
      throws UnreadableExampleException {
    String type = find(file, TYPE, text, "descr").replace("'", "");
    boolean columnMajor = find(file, MAJOR, text, "fortran_order").equals("True");
    String shape = find(file, SHAPE, text, "shape");
    Matcher matrix = MATRIX.matcher(shape);
    if (!matrix.matches()) {
      throw file.refused(
          "an array of shape ("
              + TextScanner.shown(shape)
              + "); expected (points, columns), with 3 columns or more");
    }
    return new NpyHeader(
        type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        bytes(file, type),
        columnMajor,
        Long.parseLong(matrix.group(1)),
        Long.parseLong(matrix.group(2)),
        offset);
  }

  private static String find(FileBytes file, Pattern pattern, String text, String key)
      throws UnreadableExampleException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw file.refused("damaged: its NPY header has no " + key);
    }
    return matcher.group(1);
  }

  private static int bytes(FileBytes file, String type) throws UnreadableExampleException {
    return switch (type) {
      case "<f4", ">f4" -> Float.BYTES;
      case "<f8", ">f8" -> Double.BYTES;
      case "|O", "O" ->
          throw file.refused(
              "an array of pickled Python objects, which could hold anything and are not read;"
                  + " save numbers: array.astype('float32')");
      default ->
          throw file.refused(
              "an array of type "
                  + TextScanner.shown(type)
                  + "; allowed: <f4, >f4, <f8, >f8 (float32 and float64)");
    };
  }
}
