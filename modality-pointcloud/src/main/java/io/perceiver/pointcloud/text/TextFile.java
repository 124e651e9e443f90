package io.perceiver.pointcloud.text;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import java.util.List;
import java.util.Locale;

/**
 * Reads text of one point a line. The separator, one of spaces, tabs, commas and semicolons, is
 * decided once for a file.
 */
public final class TextFile {
  private static final List<String> ENDINGS =
      List.of(".xyz", ".txt", ".csv", ".asc", ".pts", ".xyzn", ".xyzrgb");

  private static final int[] NO_TRIANGLES = {};

  private final FileBytes file;
  private final ReadOptions options;
  private final TextScanner text;
  private final TextTop top;
  private final Fields fields;
  private final Decimals decimals;

  private TextFile(FileBytes file, ReadOptions options) {
    this.file = file;
    this.options = options;
    this.text = new TextScanner(file, true);
    this.top = new TextTop(file, options, text);
    this.fields = new Fields(file);
    this.decimals = new Decimals(file, text);
  }

  /** Whether a file is called like one of points in text. */
  public static boolean matches(FileBytes file) {
    return isCalled(file, ENDINGS);
  }

  static boolean isCalled(FileBytes file, List<String> endings) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  /**
   * Reads the points.
   *
   * @throws UnreadableExampleException if lines have different lengths, a number that is needed is
   *     none or could be two, the lines are not as many as the file says, or points lack what is
   *     asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    if (file.isForeign()) {
      throw file.foreign();
    }
    return new TextFile(file.withLineFeeds(), options).read();
  }

  private PointCloud read() throws UnreadableExampleException {
    top.read(fields);
    Columns meanings = top.columns(fields);
    PointTable table = new PointTable(file, options, meanings, false);
    int columns = fields.count();
    int points = 0;
    do {
      readLine(table, points, columns);
      points++;
    } while (nextPoint(columns));
    decimals.check(top.separator(), columns, top.saysColumns());
    top.checkCount(points);
    return table.cloud(points, NO_TRIANGLES);
  }

  private boolean nextPoint(int columns) throws UnreadableExampleException {
    while (text.nextLine()) {
      if (text.hasWord() && !TextTop.isComment(file, text.position())) {
        fields.split(text.start(), text.end(), top.separator());
        if (fields.count() == columns + 1) {
          fields.dropEmptyLast();
        }
        if (fields.count() != columns) {
          throw text.refused(fields.count() + " numbers, but the lines above have " + columns);
        }
        return true;
      }
    }
    return false;
  }

  private void readLine(PointTable table, int point, int columns)
      throws UnreadableExampleException {
    for (int column = 0; column < columns; column++) {
      if (table.keeps(column)) {
        table.set(point, column, decimals.parse(fields, column));
      }
    }
  }
}
