package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Compares what columns without names were taken for with their numbers, and refuses what could be
 * something else. Used by one thread.
 */
final class GuessCheck {
  /** How far the length of a normal may lie from 1, as text of two digits gives it. */
  private static final double NORMAL_TOLERANCE = 0.02;

  private static final double BYTE = 255;

  private final FileBytes file;
  private final Columns columns;
  private final double[][] values;
  private final int[] numbers;
  private final boolean byEnding;

  /**
   * Prepares a check.
   *
   * @param values by column, then point
   * @param numbers new index of each point, negative for those left out
   */
  GuessCheck(FileBytes file, Columns columns, double[][] values, int[] numbers) {
    this.file = file;
    this.columns = columns;
    this.values = values;
    this.numbers = numbers;
    this.byEnding = columns.source() == Columns.Source.ENDING;
  }

  /** The columns that must be kept for the check of a channel beside its own. */
  static List<Column> evidence(Columns columns, Channel channel) {
    return channel == Channel.COLOUR && columns.index(Column.INTENSITY) >= 0
        ? List.of(Column.INTENSITY)
        : channel == Channel.INTENSITY && columns.index(Column.RED) >= 0
            ? Column.of(Channel.COLOUR)
            : List.of();
  }

  /** Checks that the first three columns are coordinates rather than a label or an index. */
  void checkCoordinates() throws UnreadableExampleException {
    if (byEnding || numbers.length < 2 || !all(Column.X, GuessCheck::isWhole)) {
      return;
    }
    if (isCounting()) {
      throw refused(Column.X, "x", "it counts the points");
    }
    double first = values[columns.index(Column.X)][0];
    boolean constant = all(Column.X, value -> value == first);
    if (constant || (!all(Column.Y, GuessCheck::isWhole) && !all(Column.Z, GuessCheck::isWhole))) {
      throw refused(
          Column.X,
          "x",
          constant
              ? "it is " + TextScanner.plain(first) + " for every point"
              : "its numbers are whole and those after it are not, as if it were a label");
    }
  }

  private boolean isCounting() {
    double[] x = values[columns.index(Column.X)];
    for (int point = 1; point < numbers.length; point++) {
      if (x[point] != x[point - 1] + 1) {
        return false;
      }
    }
    return numbers.length > 2 && (x[0] == 0 || x[0] == 1);
  }

  /** Checks the columns of a channel. */
  void check(Channel channel) throws UnreadableExampleException {
    switch (channel) {
      case NORMALS -> checkNormals();
      case COLOUR -> checkColours();
      case INTENSITY -> checkIntensity();
    }
  }

  private void checkNormals() throws UnreadableExampleException {
    boolean known = false;
    for (int point = 0; point < numbers.length; point++) {
      double length = numbers[point] < 0 ? 0 : length(Channel.NORMALS, point);
      known |= length > 0;
      if (length > 0 && Math.abs(length - 1) > NORMAL_TOLERANCE) {
        throw refused(
            Column.NORMAL_X,
            "normals",
            "that of point " + (point + 1) + " has the length " + (float) length + ", not 1");
      }
    }
    if (!known) {
      throw refused(Column.NORMAL_X, "normals", "all of them are 0");
    }
    if (!byEnding && all(Channel.NORMALS, value -> value == 0 || value == 1)) {
      throw refused(Column.NORMAL_X, "normals", "they hold nothing but 0 and 1, as colours can");
    }
  }

  private boolean haveLengthOne() {
    for (int point = 0; point < numbers.length; point++) {
      if (numbers[point] >= 0 && Math.abs(length(Channel.COLOUR, point) - 1) > NORMAL_TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private double length(Channel channel, int point) {
    double sum = 0;
    for (Column column : Column.of(channel)) {
      double value = values[columns.index(column)][point];
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private void checkColours() throws UnreadableExampleException {
    boolean bytes = all(Channel.COLOUR, GuessCheck::isByte);
    boolean unit = all(Channel.COLOUR, GuessCheck::isShare);
    if (!bytes && !unit) {
      throw refused(
          Column.RED, "colours", "they are neither whole numbers in 0…255 nor numbers in 0…1");
    }
    if (bytes && unit && !byEnding) {
      throw refused(Column.RED, "colours", "they hold nothing but 0 and 1, as normals can");
    }
    if (unit && !byEnding && columns.index(Column.INTENSITY) < 0 && haveLengthOne()) {
      throw refused(Column.RED, "colours", "all have the length 1, as normals have");
    }
    if (columns.index(Column.INTENSITY) >= 0
        && all(Column.INTENSITY, bytes ? GuessCheck::isByte : GuessCheck::isShare)) {
      throw refused(
          Column.INTENSITY,
          "intensities, and the colours after them",
          "they could as well be the red of colours that begin there");
    }
  }

  private void checkIntensity() throws UnreadableExampleException {
    if (columns.index(Column.RED) >= 0) {
      checkColours();
    }
    if (all(Column.INTENSITY, value -> isWhole(value) && value >= 0)) {
      throw refused(
          Column.INTENSITY, "intensities", "they are whole numbers, as labels and colours are");
    }
    if (!byEnding && !all(Column.INTENSITY, GuessCheck::isShare)) {
      throw refused(Column.INTENSITY, "intensities", "they lie outside 0…1");
    }
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  private static boolean isByte(double value) {
    return isWhole(value) && value >= 0 && value <= BYTE;
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private boolean all(Channel channel, DoublePredicate holds) {
    return Column.of(channel).stream().allMatch(column -> all(column, holds));
  }

  private boolean all(Column column, DoublePredicate holds) {
    double[] held = values[columns.index(column)];
    for (int point = 0; point < numbers.length; point++) {
      if (numbers[point] >= 0 && !holds.test(held[point])) {
        return false;
      }
    }
    return true;
  }

  private UnreadableExampleException refused(Column first, String taken, String reason) {
    return file.refused(
        "its columns have no names; from column "
            + (columns.index(first) + 1)
            + " on they would be "
            + taken
            + ", but "
            + reason
            + "; "
            + Columns.SET_COLUMNS);
  }
}
