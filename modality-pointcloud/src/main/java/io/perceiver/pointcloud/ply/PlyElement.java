package io.perceiver.pointcloud.ply;

import java.util.List;

/**
 * A kind of item and how many there are.
 *
 * @param name such as {@code vertex}
 * @param count as the header says
 * @param properties of every item, in the order they are stored
 */
record PlyElement(String name, long count, List<PlyProperty> properties) {

  /** Keeps its own copy. */
  PlyElement {
    properties = List.copyOf(properties);
  }

  boolean isVertices() {
    return name.equals("vertex");
  }

  boolean isFaces() {
    return name.equals("face");
  }

  /** Fewest bytes of an item in a binary file. */
  long fewestBytes() {
    return properties.stream().mapToLong(PlyProperty::fewestBytes).sum();
  }
}
