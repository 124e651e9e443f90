package io.perceiver.pointcloud.read;

import io.perceiver.pointcloud.cloud.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the numbers of a point are taken for if nothing names them. */
public final class UnnamedColumns {
  /** Columns of the widest file whose columns may be without names: S3DIS has 9. */
  public static final int MOST = 9;

  private static final List<String> COORDINATES = List.of("x", "y", "z");
  private static final List<String> NORMALS = List.of("nx", "ny", "nz");
  private static final List<String> COLOURS = List.of("red", "green", "blue");
  private static final String INTENSITY = "intensity";

  private UnnamedColumns() {}

  /**
   * Returns the meanings by number and by what is asked for: 4 are coordinates and intensity; 6 are
   * coordinates and normals or colours; 7 are coordinates, intensity and colours; of others only
   * the coordinates are known. {@link PointTable} compares the guess with the numbers.
   *
   * @param numbers columns that hold numbers, the first ones
   * @param count all columns
   * @param wanted channels that are asked for
   * @param order what the file's ending says
   */
  public static Columns of(int numbers, int count, Set<Channel> wanted, Order order) {
    List<String> names = new ArrayList<>(COORDINATES);
    switch (numbers) {
      case 4 -> names.add(INTENSITY);
      case 6 -> names.addAll(three(wanted, order));
      case 7 -> {
        names.add(INTENSITY);
        names.addAll(COLOURS);
      }
      default -> {}
    }
    for (int column = names.size(); column < count; column++) {
      names.add("column " + (column + 1));
    }
    boolean byEnding = (count == 6 && order != Order.UNKNOWN) || order == Order.SCANNER;
    return Columns.of(
        names, byEnding || count == 3 ? Columns.Source.ENDING : Columns.Source.NUMBER);
  }

  private static List<String> three(Set<Channel> wanted, Order order) {
    return switch (order) {
      case NORMALS -> NORMALS;
      case COLOURS, SCANNER -> COLOURS;
      case UNKNOWN ->
          wanted.contains(Channel.NORMALS)
              ? NORMALS
              : wanted.contains(Channel.COLOUR) ? COLOURS : List.of();
    };
  }

  /** What a file's ending says about the order of its columns. */
  public enum Order {
    /** Nothing. */
    UNKNOWN,
    /** Three numbers after the coordinates are a normal. */
    NORMALS,
    /** Three numbers after the coordinates are a colour. */
    COLOURS,
    /** Coordinates, then intensity, colour or both, as laser scanners write it. */
    SCANNER
  }
}
