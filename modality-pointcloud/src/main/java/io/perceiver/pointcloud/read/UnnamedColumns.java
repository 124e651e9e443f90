package io.perceiver.pointcloud.read;

import java.util.ArrayList;
import java.util.List;

/** What the numbers of a point are taken for where nothing names them. */
public final class UnnamedColumns {
  private static final List<String> COORDINATES = List.of("x", "y", "z");
  private static final List<String> NORMALS = List.of("nx", "ny", "nz");
  private static final List<String> COLOURS = List.of("red", "green", "blue");
  private static final String INTENSITY = "intensity";

  private UnnamedColumns() {}

  /**
   * By their number: 4 are coordinates and intensity; 6 are coordinates and normals, or colours; 7
   * are coordinates, intensity and colours; of others only the coordinates are known.
   *
   * @param colours whether three more numbers are colours
   */
  public static Columns of(int count, boolean colours) {
    List<String> names = new ArrayList<>(COORDINATES);
    switch (count) {
      case 4 -> names.add(INTENSITY);
      case 6 -> names.addAll(colours ? COLOURS : NORMALS);
      case 7 -> {
        names.add(INTENSITY);
        names.addAll(COLOURS);
      }
      default -> {
        for (int column = names.size(); column < count; column++) {
          names.add("column " + (column + 1));
        }
      }
    }
    return Columns.named(names);
  }
}
