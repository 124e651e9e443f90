package io.perceiver.pointcloud.ply;

import java.util.Optional;

/**
 * What every item of an element has: a number, or a list of numbers.
 *
 * @param name as in the header
 * @param type of the number, or of the numbers in the list
 * @param length type of the list's length; empty for a single number
 */
record PlyProperty(String name, PlyType type, Optional<PlyType> length) {

  boolean isList() {
    return length.isPresent();
  }

  /** Type of the length of a list. */
  PlyType lengthType() {
    return length.orElseThrow();
  }

  /** Fewest bytes of it in a binary file: an empty list is only its length. */
  int fewestBytes() {
    return length.orElse(type).bytes();
  }

  /** Whether it lists the corners of a face, by its usual names. */
  boolean isCorners() {
    return isList() && (name.equals("vertex_indices") || name.equals("vertex_index"));
  }

  /** Whether it could list the corners of a face. */
  boolean isWholeList() {
    return isList() && type.isWhole();
  }
}
