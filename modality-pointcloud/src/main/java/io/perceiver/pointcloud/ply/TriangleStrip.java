package io.perceiver.pointcloud.ply;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.Faces;

/**
 * A strip of triangles: every corner makes one with the two before it. Every second triangle has
 * its corners in the other order, so that all face the same side. The corner -1 begins a new strip;
 * files of unsigned numbers hold it as the largest.
 */
final class TriangleStrip {
  private static final double RESTART = -1;
  private static final double UNSIGNED_RESTART = 0xffffffffL;

  private final Faces faces;
  private double first;
  private double second;
  private int corners;

  TriangleStrip(Faces faces) {
    this.faces = faces;
  }

  /** Begins a new strip. */
  void restart() {
    corners = 0;
  }

  /**
   * Adds a corner.
   *
   * @throws UnreadableExampleException if there is no such point, or there are too many triangles
   */
  void corner(double point) throws UnreadableExampleException {
    if (point == RESTART || point == UNSIGNED_RESTART) {
      restart();
      return;
    }
    if (corners < 2) {
      faces.check(point);
    } else if (corners % 2 == 0) {
      faces.triangle(first, second, point);
    } else {
      faces.triangle(second, first, point);
    }
    first = second;
    second = point;
    corners++;
  }
}
