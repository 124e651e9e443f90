package io.perceiver.pointcloud.text;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Column;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.PointTable;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.UnnamedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads text of one point a line, its numbers separated by spaces, tabs, commas or semicolons. A
 * line of names above says what they are, be it a comment or not; without one, their number and the
 * file's name do.
 */
public final class TextFile {
  private static final List<String> ENDINGS =
      List.of(".xyz", ".txt", ".csv", ".asc", ".pts", ".xyzn", ".xyzrgb");

  /** Where six numbers are coordinates and colours rather than normals. */
  private static final List<String> COLOUR_ENDINGS = List.of(".xyzrgb", ".pts");

  /** Where a first line may hold the number of points alone. */
  private static final String COUNT_ENDING = ".pts";

  private static final int MOST_COLUMNS = 1024;
  private static final int[] NO_TRIANGLES = {};
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final FileBytes file;
  private final ReadOptions options;
  private final TextScanner text;
  private List<String> names = List.of();

  private TextFile(FileBytes file, ReadOptions options) {
    this.file = file;
    this.options = options;
    int mark = file.has(0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    this.text = new TextScanner(file, mark, 0, true);
  }

  /** Whether a file is called like one of points in text. */
  public static boolean matches(FileBytes file) {
    return isCalled(file, ENDINGS);
  }

  private static boolean isCalled(FileBytes file, List<String> endings) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  /**
   * Reads the points.
   *
   * @throws UnreadableExampleException if a line holds anything else, or points lack what is asked
   *     for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    return new TextFile(file, options).read();
  }

  private PointCloud read() throws UnreadableExampleException {
    List<String> first = firstPoint();
    Columns columns = columns(first.size());
    PointTable table = new PointTable(file, options, columns, false);
    for (int column = 0; column < first.size(); column++) {
      table.set(0, column, text.parse(first.get(column)));
    }
    int points = 1;
    while (text.nextDataLine()) {
      readLine(table, points, first.size());
      points++;
    }
    return table.cloud(points, NO_TRIANGLES);
  }

  private void readLine(PointTable table, int point, int columns)
      throws UnreadableExampleException {
    for (int column = 0; column < columns; column++) {
      table.set(point, column, text.number());
    }
    if (text.hasWord()) {
      throw text.refused("more than the " + columns + " numbers of the lines above");
    }
  }

  /** Goes past comments, names and the number of points to the words of the first point. */
  private List<String> firstPoint() throws UnreadableExampleException {
    while (text.nextLine()) {
      List<String> words = words();
      boolean comment = !words.isEmpty() && isComment(words.get(0));
      @Nullable List<String> found = asNames(words);
      if (found != null) {
        names = found;
      } else if (!comment && !words.isEmpty() && !isCount(words)) {
        return words;
      }
    }
    throw file.refused("has no points");
  }

  private List<String> words() throws UnreadableExampleException {
    List<String> words = new ArrayList<>();
    while (text.hasWord()) {
      words.add(text.word());
      if (words.size() > MOST_COLUMNS) {
        throw text.refused("more than " + MOST_COLUMNS + " numbers");
      }
    }
    return words;
  }

  private static boolean isComment(String word) {
    return word.startsWith("#") || word.startsWith("//");
  }

  /** The words without marks around them where they name coordinates; null where they do not. */
  private static @Nullable List<String> asNames(List<String> words) {
    List<String> bare =
        words.stream()
            .map(word -> word.replaceAll("^(#|//)|\"", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    long coordinates = bare.stream().filter(word -> Column.named(word).isCoordinate()).count();
    return coordinates == Axis.COUNT ? bare : null;
  }

  private boolean isCount(List<String> words) {
    return words.size() == 1
        && isCalled(file, List.of(COUNT_ENDING))
        && words.get(0).matches("\\d+");
  }

  private Columns columns(int count) throws UnreadableExampleException {
    if (!names.isEmpty() && names.size() != count) {
      throw text.refused(count + " numbers, but " + names.size() + " names above: " + names);
    }
    if (count < Axis.COUNT) {
      throw text.refused(count + " numbers; expected x, y and z at least");
    }
    return names.isEmpty()
        ? UnnamedColumns.of(count, isCalled(file, COLOUR_ENDINGS))
        : Columns.named(names);
  }
}
