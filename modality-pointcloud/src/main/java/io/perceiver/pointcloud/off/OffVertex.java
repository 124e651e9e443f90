package io.perceiver.pointcloud.off;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a vertex. Geomview: "vertices, possibly with normals, colors, and/or texture
 * coordinates, in that order".
 *
 * @param names of the numbers, for messages and channels
 * @param homogeneous whether the fourth number divides the first three
 * @param undeclared whether the last ones are colours that the keyword does not name
 */
record OffVertex(List<String> names, boolean homogeneous, boolean undeclared) {
  private static final List<String> COLOUR = List.of("red", "green", "blue");
  private static final String OPACITY = "alpha";

  /** Keeps its own copy. */
  OffVertex {
    names = List.copyOf(names);
  }

  int size() {
    return names.size();
  }

  /** Returns the numbers that a header names; files of {@code COFF} have an opacity or lack it. */
  static OffVertex named(OffHeader header, boolean opacity) {
    List<String> names = new ArrayList<>(List.of("x", "y", "z"));
    if (header.homogeneous()) {
      names.add("w");
    }
    if (header.normals()) {
      names.addAll(List.of("nx", "ny", "nz"));
    }
    if (header.colours()) {
      names.addAll(COLOUR);
      if (opacity) {
        names.add(OPACITY);
      }
    }
    if (header.textures()) {
      names.addAll(List.of("s", "t"));
    }
    return new OffVertex(names, header.homogeneous(), false);
  }

  /** Returns coordinates and a colour that the keyword does not name. */
  static OffVertex withUndeclaredColour(boolean opacity) {
    List<String> names = new ArrayList<>(List.of("x", "y", "z"));
    names.addAll(COLOUR);
    if (opacity) {
      names.add(OPACITY);
    }
    return new OffVertex(names, false, true);
  }
}
