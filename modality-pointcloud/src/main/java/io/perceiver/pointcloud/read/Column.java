package io.perceiver.pointcloud.read;

import io.perceiver.pointcloud.cloud.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a number of a point means, by the names that PLY, PCD and text files give it. */
public enum Column {
  /** First coordinate. */
  X("x"),
  /** Second coordinate. */
  Y("y"),
  /** Third coordinate. */
  Z("z"),
  /** First coordinate of the normal. */
  NORMAL_X("nx", "normal_x", "normalx"),
  /** Second coordinate of the normal. */
  NORMAL_Y("ny", "normal_y", "normaly"),
  /** Third coordinate of the normal. */
  NORMAL_Z("nz", "normal_z", "normalz"),
  /** Red. */
  RED("red", "r", "diffuse_red"),
  /** Green. */
  GREEN("green", "g", "diffuse_green"),
  /** Blue. */
  BLUE("blue", "b", "diffuse_blue"),
  /** Strength of the return. */
  INTENSITY("intensity", "i", "scalar_intensity", "reflectance"),
  /** Red, green and blue in the bits 16 to 23, 8 to 15 and 0 to 7 of one number, as PCL does. */
  PACKED_COLOUR("rgb", "rgba"),
  /** Anything else. */
  OTHER();

  /** By axis. */
  static final List<Column> COORDINATES = List.of(X, Y, Z);

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (Column column : values()) {
      for (String name : column.names) {
        BY_NAME.put(name, column);
      }
    }
  }

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** The meaning of a name, of upper or lower case; {@link #OTHER} for unknown ones. */
  public static Column named(String name) {
    return BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), OTHER);
  }

  /** What a channel consists of, in the order of its values. */
  static List<Column> of(Channel channel) {
    return switch (channel) {
      case NORMALS -> List.of(NORMAL_X, NORMAL_Y, NORMAL_Z);
      case COLOUR -> List.of(RED, GREEN, BLUE);
      case INTENSITY -> List.of(INTENSITY);
    };
  }

  /** Whether it is a coordinate. */
  public boolean isCoordinate() {
    return COORDINATES.contains(this);
  }

  /** Whether it is a level of a colour by itself. */
  public boolean isColour() {
    return of(Channel.COLOUR).contains(this);
  }
}
