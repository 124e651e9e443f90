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
 * @param type of numbers, such as {@code <f4}, or of the fields of a structured array
 * @param structured whether it is a structured array
 * @param columnMajor whether the numbers of a column lie together, as in Fortran
 * @param shape sizes of the axes, as they are written
 * @param offset where the numbers begin
 */
record NpyHeader(String type, boolean structured, boolean columnMajor, String shape, int offset) {

  static final String MAGIC = "\u0093NUMPY";

  private static final int VERSION_BYTES = 2;
  private static final int MOST_HEADER_BYTES = 1 << 16;
  private static final Pattern TYPE =
      Pattern.compile("'descr'\\s*+:\\s*+(?:'([^']*+)'|\\[([^\\[\\]]*+)\\])");
  private static final Pattern MAJOR = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");

  // both go through a text once, whatever it holds: possessive, and up to the next bracket only
  static final Pattern SHAPE = Pattern.compile("'shape'\\s*+:\\s*+\\(([^()]*+)\\)");
  static final Pattern VECTOR = Pattern.compile("\\s*+(\\d{1,18}+)L?+\\s*+,?+\\s*+");
  static final Pattern MATRIX =
      Pattern.compile("\\s*+(\\d{1,18}+)L?+\\s*+,\\s*+(\\d{1,9}+)L?+\\s*+,?+\\s*+");

  /**
   * Reads a header.
   *
   * @throws UnreadableExampleException if it is cut short or damaged
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

  /** Whether all of the header is among the first bytes of a file. */
  static boolean isWhole(FileBytes head) {
    int from = MAGIC.length() + VERSION_BYTES;
    if (head.size() < from + Integer.BYTES) {
      return false;
    }
    ByteBuffer length = head.from(from, ByteOrder.LITTLE_ENDIAN);
    boolean first = head.bytes()[MAGIC.length()] == 1;
    long bytes = first ? length.getShort() & 0xffff : length.getInt() & 0xffffffffL;
    return bytes <= length.remaining();
  }

  private static NpyHeader of(FileBytes file, String text, int offset)
      throws UnreadableExampleException {
    Matcher type = find(file, TYPE, text, "descr");
    String fields = type.group(2);
    return new NpyHeader(
        fields == null ? type.group(1) : fields,
        fields != null,
        find(file, MAJOR, text, "fortran_order").group(1).equals("True"),
        find(file, SHAPE, text, "shape").group(1),
        offset);
  }

  private static Matcher find(FileBytes file, Pattern pattern, String text, String key)
      throws UnreadableExampleException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw file.refused("damaged: its NPY header has no " + key + " that is read");
    }
    return matcher;
  }

  /** The shape as messages show it. */
  String shownShape() {
    return "(" + TextScanner.shown(shape.strip()) + ")";
  }
}
