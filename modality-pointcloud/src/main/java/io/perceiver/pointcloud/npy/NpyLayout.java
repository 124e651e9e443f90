package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.read.Column;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.UnnamedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Where the numbers of an array's points lie, and what they mean.
 *
 * @param rows points
 * @param fields numbers of a point
 * @param columns their meanings
 * @param rowBytes from a point to the next
 * @param columnMajor whether all first numbers come first, then all second ones
 */
record NpyLayout(
    long rows, List<NpyField> fields, Columns columns, int rowBytes, boolean columnMajor) {

  /** Keeps its own copy. */
  NpyLayout {
    fields = List.copyOf(fields);
  }

  /**
   * The layout a header describes.
   *
   * @throws UnreadableExampleException if it is not that of one point a row
   */
  static NpyLayout of(FileBytes file, NpyHeader header, ReadOptions options)
      throws UnreadableExampleException {
    return header.structured() ? structured(file, header, options) : matrix(file, header, options);
  }

  private static NpyLayout structured(FileBytes file, NpyHeader header, ReadOptions options)
      throws UnreadableExampleException {
    Matcher vector = NpyHeader.VECTOR.matcher(header.shape());
    if (!vector.matches()) {
      throw file.refused(
          "a structured array of shape " + header.shownShape() + "; expected (points,)");
    }
    List<NpyField> fields = NpyField.of(file, header.type());
    Columns columns =
        options.columns().isEmpty()
            ? named(fields)
            : Columns.configured(file, options, fields.size());
    NpyField last = fields.get(fields.size() - 1);
    return new NpyLayout(
        Long.parseLong(vector.group(1)),
        fields,
        columns,
        last.offset() + last.type().bytes(),
        false);
  }

  private static Columns named(List<NpyField> fields) {
    double largestColour = Columns.UNKNOWN;
    double largestIntensity = 1;
    for (NpyField field : fields) {
      Column column = Column.named(field.name());
      int largest = field.type().largest();
      largestColour = column.isColour() && largest > 0 ? largest : largestColour;
      largestIntensity = column == Column.INTENSITY && largest > 0 ? largest : largestIntensity;
    }
    List<String> names = fields.stream().map(NpyField::name).toList();
    return new Columns(
        names, names.stream().map(Column::named).toList(), largestColour, largestIntensity);
  }

  private static NpyLayout matrix(FileBytes file, NpyHeader header, ReadOptions options)
      throws UnreadableExampleException {
    NpyType type = NpyType.of(file, header.type());
    if (!type.isNumber()) {
      throw NpyType.refused(file, header.type());
    }
    Matcher matrix = NpyHeader.MATRIX.matcher(header.shape());
    if (!matrix.matches()) {
      throw file.refused(
          "an array of shape "
              + header.shownShape()
              + "; expected (points, columns), with 3 columns or more; save each cloud by itself");
    }
    long rows = Long.parseLong(matrix.group(1));
    int columns = Integer.parseInt(matrix.group(2));
    check(file, rows, columns, options);
    List<NpyField> fields = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      fields.add(new NpyField("", type, column * type.bytes()));
    }
    return new NpyLayout(
        rows,
        fields,
        options.columns().isEmpty()
            ? UnnamedColumns.of(columns, columns, options.channels(), UnnamedColumns.Order.UNKNOWN)
            : Columns.configured(file, options, columns),
        columns * type.bytes(),
        header.columnMajor());
  }

  private static void check(FileBytes file, long rows, int columns, ReadOptions options)
      throws UnreadableExampleException {
    boolean configured = !options.columns().isEmpty();
    String shape = "an array of shape (" + rows + ", " + columns + ")";
    if (rows <= UnnamedColumns.MOST && rows >= Axis.COUNT && columns > rows && !configured) {
      throw file.refused(
          shape
              + ", which would be "
              + rows
              + " points of "
              + columns
              + " columns; is it transposed? save array.T, or "
              + Columns.SET_COLUMNS);
    }
    if (columns < Axis.COUNT || columns > Columns.MOST_COLUMNS) {
      throw file.refused(
          shape + "; expected one point a row, of 3 to " + Columns.MOST_COLUMNS + " columns");
    }
    if (columns > UnnamedColumns.MOST && !configured) {
      throw file.refused(
          shape
              + ": more columns than a cloud without names has, up to "
              + UnnamedColumns.MOST
              + "; if it is one, "
              + Columns.SET_COLUMNS);
    }
  }
}
