package io.perceiver.pointcloud.read;

import io.perceiver.api.Problems;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The numbers every point of a file has.
 *
 * @param names of each, for messages
 * @param meanings of each
 * @param largestColour the number that is full red, green or blue; {@link #UNKNOWN} to tell by the
 *     numbers themselves
 * @param largestIntensity the number that intensities are divided by
 * @param source where the meanings come from; guesses are checked by the numbers
 */
public record Columns(
    List<String> names,
    List<Column> meanings,
    double largestColour,
    double largestIntensity,
    Source source) {

  /** The range of colours follows from the numbers. */
  public static final double UNKNOWN = 0;

  /** Columns of the widest file that is read. */
  public static final int MOST_COLUMNS = 1024;

  /** The advice for files whose columns cannot be told. */
  public static final String SET_COLUMNS =
      "say what its columns hold by the setting columns, such as columns: [x, y, z, red, green,"
          + " blue], with _ for a column to skip";

  private static final String SKIPPED = "_";

  /** Keeps its own copies. */
  public Columns {
    names = List.copyOf(names);
    meanings = List.copyOf(meanings);
  }

  /** Creates columns that the file itself names. */
  public Columns(
      List<String> names, List<Column> meanings, double largestColour, double largestIntensity) {
    this(names, meanings, largestColour, largestIntensity, Source.NAMES);
  }

  /** Returns columns of these names: the numbers tell the range of colours, intensities stay. */
  public static Columns named(List<String> names) {
    return of(names, Source.NAMES);
  }

  /** Returns columns of these names, told by a source. */
  static Columns of(List<String> names, Source source) {
    return new Columns(names, names.stream().map(Column::named).toList(), UNKNOWN, 1, source);
  }

  /**
   * Returns the columns of a file without names, or one whose names the configuration overrules.
   *
   * @param count columns the file has
   * @throws UnreadableExampleException if the setting names another number of columns
   */
  public static Columns configured(FileBytes file, ReadOptions options, int count)
      throws UnreadableExampleException {
    if (options.columns().size() != count) {
      throw file.refused(
          "has "
              + count
              + " columns, but the setting columns names "
              + options.columns().size()
              + ": "
              + options.columns());
    }
    return of(options.columns(), Source.SETTING);
  }

  /**
   * Reports what is wrong with the setting {@code columns}.
   *
   * @param names as configured; empty is right
   */
  public static void checkSetting(List<String> names, Problems problems) {
    if (names.isEmpty()) {
      return;
    }
    List<Column> meanings = names.stream().map(Column::named).toList();
    List<String> unknown =
        names.stream()
            .filter(name -> Column.named(name) == Column.OTHER && !name.equals(SKIPPED))
            .toList();
    problems.check(
        unknown.isEmpty(),
        "columns",
        unknown,
        "x, y, z, nx, ny, nz, red, green, blue, rgb, intensity, and _ for a column to skip");
    List<Column> known = meanings.stream().filter(each -> each != Column.OTHER).toList();
    problems.check(
        known.containsAll(Column.COORDINATES) && known.stream().distinct().count() == known.size(),
        "columns",
        names,
        "x, y and z, and each name but _ once");
    problems.check(
        names.size() <= MOST_COLUMNS, "columns", names.size() + " names", "up to " + MOST_COLUMNS);
  }

  /** The channels that all columns are there for. */
  public Set<Channel> channels() {
    Set<Channel> complete = EnumSet.noneOf(Channel.class);
    for (Channel channel : Channel.values()) {
      if (meanings.containsAll(Column.of(channel))) {
        complete.add(channel);
      }
    }
    if (isPacked()) {
      complete.add(Channel.COLOUR);
    }
    return complete;
  }

  /** Whether colours are packed into one number, and there is nothing better. */
  boolean isPacked() {
    return meanings.contains(Column.PACKED_COLOUR)
        && !meanings.containsAll(Column.of(Channel.COLOUR));
  }

  /** Index of the column of this meaning; negative for none. */
  int index(Column meaning) {
    return meanings.indexOf(meaning);
  }

  /**
   * Makes sure that points have coordinates and what is asked for, and each only once.
   *
   * @param mesh whether normals follow from the surface if need be
   */
  void check(FileBytes file, ReadOptions options, boolean mesh) throws UnreadableExampleException {
    for (Column coordinate : Column.COORDINATES) {
      if (index(coordinate) < 0) {
        throw file.refused(
            "has no " + coordinate.name().toLowerCase(Locale.ROOT) + " among " + names);
      }
    }
    Set<Channel> missing = EnumSet.noneOf(Channel.class);
    missing.addAll(options.channels());
    missing.removeAll(channels());
    if (mesh) {
      missing.remove(Channel.NORMALS);
    }
    if (!missing.isEmpty()) {
      throw file.refused(
          "has no "
              + String.join(", ", missing.stream().map(Channel::toString).toList())
              + ", which the configuration's channels ask for; its points have "
              + String.join(", ", names)
              + (source == Source.NAMES ? "" : "; " + SET_COLUMNS));
    }
    for (Column wanted : wanted(options.channels())) {
      if (index(wanted) != meanings.lastIndexOf(wanted)) {
        throw file.refused(
            "has " + wanted.name().toLowerCase(Locale.ROOT) + " twice among " + names);
      }
    }
  }

  /** The meanings to read for these channels: the coordinates and what belongs to them. */
  Set<Column> wanted(Set<Channel> channels) {
    Set<Column> wanted = EnumSet.copyOf(Column.COORDINATES);
    for (Channel channel : channels) {
      if (channel == Channel.COLOUR && isPacked()) {
        wanted.add(Column.PACKED_COLOUR);
      } else if (channels().contains(channel)) {
        wanted.addAll(Column.of(channel));
      }
    }
    return wanted;
  }

  /** Where the meanings of columns come from. */
  public enum Source {
    /** The file names them, or its format does. */
    NAMES,
    /** The configuration's setting {@code columns}. */
    SETTING,
    /** Their number and the file's ending, which stands for their order. */
    ENDING,
    /** Nothing but their number. */
    NUMBER
  }
}
