package io.perceiver.pointcloud.read;

import io.perceiver.pointcloud.cloud.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a number of a point means, by the names that PLY, PCD and text files give it. */
public enum Column {
  /** First coordinate. */
  X(null, "x"),
  /** Second coordinate. */
  Y(null, "y"),
  /** Third coordinate. */
  Z(null, "z"),
  /** First coordinate of the normal. */
  NORMAL_X(Channel.NORMALS, "nx", "normal_x", "normalx"),
  /** Second coordinate of the normal. */
  NORMAL_Y(Channel.NORMALS, "ny", "normal_y", "normaly"),
  /** Third coordinate of the normal. */
  NORMAL_Z(Channel.NORMALS, "nz", "normal_z", "normalz"),
  /** Red. */
  RED(Channel.COLOUR, "red", "r", "diffuse_red"),
  /** Green. */
  GREEN(Channel.COLOUR, "green", "g", "diffuse_green"),
  /** Blue. */
  BLUE(Channel.COLOUR, "blue", "b", "diffuse_blue"),
  /** Strength of the return. */
  INTENSITY(Channel.INTENSITY, "intensity", "i", "scalar_intensity", "reflectance"),
  /** Red, green and blue in the bits 16 to 23, 8 to 15 and 0 to 7 of one number, as PCL does. */
  PACKED_COLOUR(Channel.COLOUR, "rgb", "rgba"),
  /** Anything else. */
  OTHER(null);

  /** By axis. */
  static final List<Column> COORDINATES = List.of(X, Y, Z);

  /** By axis. */
  static final List<Column> NORMAL = List.of(NORMAL_X, NORMAL_Y, NORMAL_Z);

  /** The levels of a colour. */
  static final List<Column> COLOUR = List.of(RED, GREEN, BLUE);

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (Column column : values()) {
      for (String name : column.names) {
        BY_NAME.put(name, column);
      }
    }
  }

  private final @Nullable Channel channel;
  private final List<String> names;

  Column(@Nullable Channel channel, String... names) {
    this.channel = channel;
    this.names = List.of(names);
  }

  /** The meaning of a name, of upper or lower case; {@link #OTHER} for unknown ones. */
  public static Column named(String name) {
    return BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), OTHER);
  }

  /** Whether it is a coordinate. */
  public boolean isCoordinate() {
    return COORDINATES.contains(this);
  }

  /** Whether it belongs to a channel. */
  boolean isOf(Channel asked) {
    return channel == asked;
  }

  /** Whether it is a level of a colour by itself. */
  public boolean isColour() {
    return COLOUR.contains(this);
  }
}
