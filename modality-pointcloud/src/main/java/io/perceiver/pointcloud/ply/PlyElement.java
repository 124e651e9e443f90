package io.perceiver.pointcloud.ply;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
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

  /** Whether its lists are strips of triangles rather than faces. */
  boolean isStrips() {
    return name.equals("tristrips");
  }

  /** Whether it gives the surface between the vertices. */
  boolean isSurface() {
    return name.equals("face") || isStrips();
  }

  /**
   * Returns the index of the property that lists the corners: the one with a usual name, or else
   * the only list of whole numbers.
   *
   * @throws UnreadableExampleException if it cannot be told
   */
  int corners(FileBytes file) throws UnreadableExampleException {
    List<PlyProperty> named = properties.stream().filter(PlyProperty::isCorners).toList();
    List<PlyProperty> whole = properties.stream().filter(PlyProperty::isWholeList).toList();
    List<PlyProperty> found = named.isEmpty() ? whole : named;
    if (found.size() != 1) {
      throw file.refused(
          "its PLY element "
              + name
              + " has "
              + found.size()
              + " lists that may be its corners among "
              + properties.stream().map(PlyProperty::name).toList()
              + "; expected one, called vertex_indices or vertex_index");
    }
    return properties.indexOf(found.get(0));
  }

  /** Fewest bytes of an item in a binary file. */
  long fewestBytes() {
    return properties.stream().mapToLong(PlyProperty::fewestBytes).sum();
  }
}
