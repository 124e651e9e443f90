package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import java.util.Arrays;

/**
 * The faces of a mesh while it is read, each cut into triangles around its first corner. Used by
 * one thread.
 */
public final class Faces {
  private static final int FIRST_GUESS = 1024;

  private final FileBytes file;
  private final long points;
  private int[] triangles = new int[FIRST_GUESS];
  private int count;
  private int faces;
  private int first;
  private int last;
  private int corner;

  /**
   * No faces yet.
   *
   * @param points how many points the file holds
   */
  public Faces(FileBytes file, long points) {
    this.file = file;
    this.points = points;
  }

  /** Begins the next face. */
  public void begin() {
    faces++;
    corner = 0;
  }

  /**
   * Adds a corner to the face.
   *
   * @param point its index
   * @throws UnreadableExampleException if there is no such point
   */
  public void corner(double point) throws UnreadableExampleException {
    int index = (int) point;
    if (index != point || index < 0 || index >= points) {
      throw file.refused(
          "face "
              + faces
              + " names point "
              + TextScanner.plain(point)
              + "; allowed: 0 to "
              + (points - 1));
    }
    if (corner >= 2) {
      add(first, last, index);
    }
    first = corner == 0 ? index : first;
    last = index;
    corner++;
  }

  private void add(int a, int b, int c) throws UnreadableExampleException {
    if (count + 3 > triangles.length) {
      if (triangles.length > Integer.MAX_VALUE / 2) {
        throw file.refused("has too many faces");
      }
      triangles = Arrays.copyOf(triangles, 2 * triangles.length);
    }
    triangles[count] = a;
    triangles[count + 1] = b;
    triangles[count + 2] = c;
    count += 3;
  }

  /** (triangle, corner). */
  public int[] triangles() {
    return Arrays.copyOf(triangles, count);
  }
}
