package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The points of a file while it is read: a table of numbers by column, of which only the wanted
 * ones are kept. Used by one thread.
 */
public final class PointTable {
  private static final int LEFT_OUT = -1;
  private static final int FIRST_GUESS = 1024;

  private final FileBytes file;
  private final ReadOptions options;
  private final Columns columns;
  // by column, then point; empty for columns that are not kept
  private final double[][] values;
  private final boolean[] kept;
  private int capacity;

  /**
   * An empty table.
   *
   * @param mesh whether the file holds faces
   * @throws UnreadableExampleException if the columns lack coordinates or a wanted channel
   */
  public PointTable(FileBytes file, ReadOptions options, Columns columns, boolean mesh)
      throws UnreadableExampleException {
    columns.check(file, options, mesh);
    this.file = file;
    this.options = options;
    this.columns = columns;
    this.values = new double[columns.names().size()][0];
    this.kept = new boolean[values.length];
    Set<Column> wanted = columns.wanted(options.channels());
    if (isGuessed()) {
      options.channels().forEach(each -> wanted.addAll(GuessCheck.evidence(columns, each)));
    }
    for (int column = 0; column < kept.length; column++) {
      kept[column] = wanted.contains(columns.meanings().get(column));
    }
    reserve(Math.min(FIRST_GUESS, options.maxPoints()));
  }

  private boolean isGuessed() {
    return columns.source() == Columns.Source.NUMBER || columns.source() == Columns.Source.ENDING;
  }

  /** Makes room for so many points, which the file was found to hold. */
  public void reserve(int points) {
    if (points > capacity) {
      capacity = points;
      for (int column = 0; column < kept.length; column++) {
        if (kept[column]) {
          values[column] = Arrays.copyOf(values[column], points);
        }
      }
    }
  }

  /** Whether a column's numbers are kept. */
  public boolean keeps(int column) {
    return kept[column];
  }

  /**
   * Puts one number.
   *
   * @throws UnreadableExampleException if there are more points than allowed
   */
  public void set(int point, int column, double value) throws UnreadableExampleException {
    if (kept[column]) {
      if (point >= capacity) {
        grow(point);
      }
      values[column][point] = value;
    }
  }

  private void grow(int point) throws UnreadableExampleException {
    if (point >= options.maxPoints()) {
      throw file.refused(
          "has more than the "
              + options.maxPoints()
              + " points allowed; raise maxPoints to accept it");
    }
    reserve((int) Math.min(options.maxPoints(), 2L * capacity));
  }

  /** Returns the coordinates that were put, by axis, then point; not to be written to. */
  public double[][] axes() {
    double[][] axes = new double[Axis.COUNT][];
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      axes[axis] = values[columns.index(Column.COORDINATES.get(axis))];
    }
    return axes;
  }

  /**
   * The cloud.
   *
   * @param points how many there are
   * @param triangles (triangle, corner), indices below {@code points}; empty for none; owned by the
   *     cloud from here on
   * @throws UnreadableExampleException if points are invalid and may not be, or none is left
   */
  public PointCloud cloud(int points, int[] triangles) throws UnreadableExampleException {
    int[] numbers = new int[points];
    int valid = 0;
    for (int point = 0; point < points; point++) {
      numbers[point] = isValid(point) ? valid++ : LEFT_OUT;
    }
    if (valid == 0) {
      throw file.refused(
          points == 0
              ? "has no points"
              : "all of its "
                  + points
                  + " points have coordinates or channels that are not finite");
    }
    if (valid < points && options.invalidPoints() == InvalidPoints.FAIL) {
      throw file.refused(
          points
              - valid
              + " of its "
              + points
              + " points have coordinates or channels that are not finite; invalidPoints: drop"
              + " leaves them out");
    }
    if (isGuessed()) {
      checkGuess(numbers);
    }
    return PointCloud.mesh(
        coordinates(numbers, valid),
        channels(numbers, valid),
        valid == points ? triangles : renumbered(triangles, numbers));
  }

  private void checkGuess(int[] numbers) throws UnreadableExampleException {
    GuessCheck check = new GuessCheck(file, columns, values, numbers);
    check.checkCoordinates();
    for (Channel channel : options.channels()) {
      check.check(channel);
    }
  }

  private boolean isValid(int point) {
    for (int column = 0; column < kept.length; column++) {
      if (kept[column] && !(Math.abs(values[column][point]) <= Float.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private double[] coordinates(int[] numbers, int valid) {
    double[] coordinates = new double[valid * Axis.COUNT];
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      double[] column = values[columns.index(Column.COORDINATES.get(axis))];
      for (int point = 0; point < numbers.length; point++) {
        if (numbers[point] != LEFT_OUT) {
          coordinates[numbers[point] * Axis.COUNT + axis] = column[point];
        }
      }
    }
    return coordinates;
  }

  private Map<Channel, float[]> channels(int[] numbers, int valid)
      throws UnreadableExampleException {
    Map<Channel, float[]> channels = new EnumMap<>(Channel.class);
    ChannelValues reader = new ChannelValues(file, values, columns, numbers);
    for (Channel channel : options.channels()) {
      if (columns.channels().contains(channel)) {
        channels.put(channel, reader.of(channel, valid));
      }
    }
    return channels;
  }

  /** Without the triangles that have an invalid corner; overwrites what it is given. */
  private static int[] renumbered(int[] triangles, int[] numbers) {
    int count = 0;
    for (int at = 0; at < triangles.length; at += 3) {
      int a = numbers[triangles[at]];
      int b = numbers[triangles[at + 1]];
      int c = numbers[triangles[at + 2]];
      if (a != LEFT_OUT && b != LEFT_OUT && c != LEFT_OUT) {
        triangles[count++] = a;
        triangles[count++] = b;
        triangles[count++] = c;
      }
    }
    return count == triangles.length ? triangles : Arrays.copyOf(triangles, count);
  }
}
