package io.perceiver.pointcloud.read;

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
 */
public record Columns(
    List<String> names, List<Column> meanings, double largestColour, double largestIntensity) {

  /** Colours above 1 are taken to go up to 255, others up to 1. */
  public static final double UNKNOWN = 0;

  /** Keeps its own copies. */
  public Columns {
    names = List.copyOf(names);
    meanings = List.copyOf(meanings);
  }

  /** Columns of these names, colours of a range told by the numbers, intensities as they are. */
  public static Columns named(List<String> names) {
    return new Columns(names, names.stream().map(Column::named).toList(), UNKNOWN, 1);
  }

  /** The channels that all columns are there for. */
  public Set<Channel> channels() {
    Set<Channel> complete = EnumSet.noneOf(Channel.class);
    for (Channel channel : Channel.values()) {
      long found = meanings.stream().filter(c -> c.isOf(channel)).distinct().count();
      if (found >= channel.width() || hasPacked(channel)) {
        complete.add(channel);
      }
    }
    return complete;
  }

  private boolean hasPacked(Channel channel) {
    return channel == Channel.COLOUR && meanings.contains(Column.PACKED_COLOUR);
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
    for (Column column : Column.values()) {
      long found = meanings.stream().filter(c -> c == column).count();
      if (column.isCoordinate() && found == 0) {
        throw file.refused("has no " + column.name().toLowerCase(Locale.ROOT) + " among " + names);
      }
      if (column != Column.OTHER && found > 1) {
        throw file.refused("names the same thing twice in " + names);
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
              + String.join(", ", names));
    }
  }

  /** The columns to read for these channels: the coordinates and what belongs to them. */
  boolean isWanted(int column, Set<Channel> wanted) {
    Column meaning = meanings.get(column);
    if (meaning == Column.PACKED_COLOUR && meanings.contains(Column.RED)) {
      return false;
    }
    return meaning.isCoordinate() || wanted.stream().anyMatch(meaning::isOf);
  }
}
