package io.perceiver.pointcloud.pcd;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.ByteOrderMark;
import io.perceiver.pointcloud.read.Column;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.DataEnd;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.Head;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/** Reads PCD files: {@code DATA ascii}, {@code binary} and {@code binary_compressed}. */
public final class PcdFile {
  private static final int[] NO_TRIANGLES = {};
  private static final String ENDING = ".pcd";
  private static final int SIZES_BYTES = 2 * Integer.BYTES;

  private final FileBytes file;
  private final PcdHeader header;
  private final ReadOptions options;
  private final PointTable table;
  private final int points;

  private PcdFile(FileBytes file, PcdHeader header, ReadOptions options)
      throws UnreadableExampleException {
    this.file = file;
    this.header = header;
    this.options = options;
    this.table = new PointTable(file, options, columns(header.fields()), false);
    // checked against the file before anything is reserved
    this.points = (int) Math.min(Integer.MAX_VALUE, header.points());
  }

  /**
   * Whether a file is PCD: its first line that is not a comment is one of a PCD header, or it is
   * called so and begins with comments.
   */
  public static boolean matches(FileBytes file) {
    int start = ByteOrderMark.length(file);
    if (file.has(start, "# .PCD")) {
      return true;
    }
    TextScanner text = new TextScanner(Head.of(file), start, 0, false);
    try {
      if (!text.nextDataLine()) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(ENDING);
      }
      String first = text.word();
      return first.equals("VERSION") || first.equals("FIELDS") || first.equals("COLUMNS");
    } catch (UnreadableExampleException notText) {
      return false;
    }
  }

  /**
   * Reads the points.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    return new PcdFile(file, PcdHeader.read(file), options).read();
  }

  private static Columns columns(List<PcdField> fields) {
    double largestColour = Columns.UNKNOWN;
    double largestIntensity = 1;
    for (PcdField field : fields) {
      double largest = field.type() == 'U' && field.size() <= 2 ? (1 << (8 * field.size())) - 1 : 0;
      Column column = Column.named(field.name());
      if (column.isColour() && largest > 0) {
        largestColour = largest;
      }
      if (column == Column.INTENSITY && largest > 0) {
        largestIntensity = largest;
      }
    }
    return new Columns(
        fields.stream().map(PcdField::name).toList(),
        fields.stream().map(field -> Column.named(field.name())).toList(),
        largestColour,
        largestIntensity);
  }

  private PointCloud read() throws UnreadableExampleException {
    checkFields();
    switch (header.data()) {
      case ASCII -> readText();
      case BINARY -> readBinary();
      case BINARY_COMPRESSED -> readCompressed();
    }
    return table.cloud(points, NO_TRIANGLES);
  }

  /** Fields of several numbers have no one meaning: {@code rgb} of three bytes is not packed. */
  private void checkFields() throws UnreadableExampleException {
    for (int column = 0; column < header.fields().size(); column++) {
      PcdField field = header.fields().get(column);
      if (table.keeps(column) && field.count() > 1) {
        throw file.refused(
            "its PCD field "
                + field
                + " has several numbers; expected COUNT 1 for coordinates and channels");
      }
    }
  }

  private int available() {
    return file.size() - header.offset();
  }

  private void readText() throws UnreadableExampleException {
    // a number and what separates it, but for the last
    file.checkPoints(header.points(), 2L * header.numbers(), available() + 1L, options);
    table.reserve(points);
    TextScanner text = new TextScanner(file, header.offset(), header.lines(), false);
    for (int point = 0; point < points; point++) {
      if (!text.nextDataLine()) {
        throw file.refused(
            "cut short: its header says " + points + " points, but it holds " + point);
      }
      readLine(text, point);
    }
    if (text.nextDataLine()) {
      throw text.refused(
          "its header says " + points + " points, but another line of numbers follows them");
    }
  }

  private void readLine(TextScanner text, int point) throws UnreadableExampleException {
    List<PcdField> fields = header.fields();
    for (int column = 0; column < fields.size(); column++) {
      PcdField field = fields.get(column);
      table.set(point, column, number(text, column));
      for (int more = 1; more < field.count(); more++) {
        text.number();
      }
    }
    if (text.hasWord()) {
      throw text.refused("more than the " + header.numbers() + " numbers its header's fields have");
    }
  }

  private double number(TextScanner text, int column) throws UnreadableExampleException {
    PcdField field = header.fields().get(column);
    double number = text.number();
    if (table.keeps(column) && !field.canBe(number)) {
      throw text.refused(
          "its field "
              + field
              + " is "
              + number
              + ", which its type cannot hold"
              + (field.isPackedFloat() ? " as packed colours; TYPE U is for whole numbers" : ""));
    }
    return field.ofText(number);
  }

  private void readBinary() throws UnreadableExampleException {
    int pointBytes = header.pointBytes();
    file.checkPoints(header.points(), pointBytes, available(), options);
    table.reserve(points);
    ByteBuffer bytes = file.from(0, ByteOrder.LITTLE_ENDIAN);
    int at = header.offset();
    for (int column = 0; column < header.fields().size(); column++) {
      readColumn(bytes, column, at, pointBytes);
      at += header.fields().get(column).bytes();
    }
    DataEnd.checkPadded(file, header.offset() + points * pointBytes, points + " points");
  }

  private void readColumn(ByteBuffer bytes, int column, int from, int step)
      throws UnreadableExampleException {
    if (table.keeps(column)) {
      PcdField field = header.fields().get(column);
      for (int point = 0; point < points; point++) {
        table.set(point, column, field.read(bytes, from + point * step));
      }
    }
  }

  /** Compressed data holds all numbers of the first field, then all of the second, and so on. */
  private void readCompressed() throws UnreadableExampleException {
    ByteBuffer bytes = ByteBuffer.wrap(decompressed()).order(ByteOrder.LITTLE_ENDIAN);
    table.reserve(points);
    int at = 0;
    for (int column = 0; column < header.fields().size(); column++) {
      int step = header.fields().get(column).bytes();
      readColumn(bytes, column, at, step);
      at += step * points;
    }
  }

  private byte[] decompressed() throws UnreadableExampleException {
    if (available() < SIZES_BYTES) {
      throw file.refused("cut short: the sizes of its compressed data are missing");
    }
    ByteBuffer sizes = file.from(header.offset(), ByteOrder.LITTLE_ENDIAN);
    long compressed = sizes.getInt() & 0xffffffffL;
    long size = sizes.getInt() & 0xffffffffL;
    if (compressed > available() - SIZES_BYTES) {
      throw file.refused(
          "cut short: it says "
              + compressed
              + " compressed bytes, but "
              + (available() - SIZES_BYTES)
              + " follow");
    }
    if (size > compressed * Lzf.LARGEST_RATIO) {
      throw file.refused(
          "it says " + size + " bytes, more than " + compressed + " compressed bytes can become");
    }
    file.checkPoints(header.points(), header.pointBytes(), size, options);
    if (size > options.maxBytes()) {
      throw file.refused(
          "its compressed data become "
              + size
              + " bytes, more than the "
              + options.maxBytes()
              + " that a cloud of "
              + options.maxPoints()
              + " points may have; raise maxPoints to accept it");
    }
    if (size != (long) points * header.pointBytes()) {
      throw file.refused(
          "its compressed data become "
              + size
              + " bytes, but "
              + points
              + " points need "
              + (long) points * header.pointBytes());
    }
    DataEnd.checkPadded(
        file, header.offset() + SIZES_BYTES + (int) compressed, compressed + " compressed bytes");
    return Lzf.decompress(file, header.offset() + SIZES_BYTES, (int) compressed, (int) size);
  }
}
