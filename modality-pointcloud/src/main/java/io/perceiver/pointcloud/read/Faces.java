package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Triangles;
import java.util.Arrays;

/**
 * The faces of a mesh while it is read, each cut into triangles around its first corner. Triangles
 * of fewer than three different points are left out. Used by one thread.
 */
public final class Faces {
  private static final int FIRST_GUESS = 1024;

  /**
   * Triangles allowed for each allowed point. A closed surface has twice as many as points; a
   * corner of one byte would otherwise become a triangle of twelve.
   */
  private static final long MOST_PER_POINT = 4;

  private final FileBytes file;
  private final ReadOptions options;
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
   * @param options bound the number of triangles
   * @param points how many points the file holds
   */
  public Faces(FileBytes file, ReadOptions options, long points) {
    this.file = file;
    this.options = options;
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
   * @throws UnreadableExampleException if there is no such point, or there are too many triangles
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
    if (a == b || b == c || c == a) {
      return;
    }
    if (count == most()) {
      throw file.refused(
          "its faces are more than the "
              + most() / Triangles.CORNERS
              + " triangles allowed, "
              + MOST_PER_POINT
              + " for each of "
              + options.maxPoints()
              + " points; raise maxPoints to accept it");
    }
    if (count + Triangles.CORNERS > triangles.length) {
      triangles = Arrays.copyOf(triangles, (int) Math.min(most(), 2L * triangles.length));
    }
    triangles[count] = a;
    triangles[count + 1] = b;
    triangles[count + 2] = c;
    count += Triangles.CORNERS;
  }

  /** Corners of all triangles allowed. */
  private int most() {
    long most = MOST_PER_POINT * options.maxPoints();
    return Triangles.CORNERS * (int) Math.min(most, Integer.MAX_VALUE / Triangles.CORNERS - 8);
  }

  /** (triangle, corner). */
  public int[] triangles() {
    return Arrays.copyOf(triangles, count);
  }
}
