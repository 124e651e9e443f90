package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import java.util.Arrays;

/**
 * The faces of a mesh while it is read. Corners that repeat the one before them count once, and
 * faces of fewer than three corners are left out. Used by one thread.
 */
public final class Faces {
  private static final int FIRST_GUESS = 1024;
  private static final int FEWEST_CORNERS = 3;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /**
   * Triangles allowed for each allowed point. A closed surface has twice as many as points; a
   * corner of one byte would otherwise become a triangle of twelve.
   */
  private static final long MOST_PER_POINT = 4;

  private final FileBytes file;
  private final ReadOptions options;
  private final long points;
  // of each face the number of its corners, then these
  private int[] faces = new int[FIRST_GUESS];
  private int end;
  private int begun = -1;
  private long triangles;
  private int count;

  /**
   * Creates an empty list of faces.
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
  public void begin() throws UnreadableExampleException {
    endFace();
    count++;
    begun = end;
    append(0);
  }

  /**
   * Adds a corner to the face.
   *
   * @param point its index
   * @throws UnreadableExampleException if there is no such point, or there are too many triangles
   */
  public void corner(double point) throws UnreadableExampleException {
    check(point);
    int index = (int) point;
    int corners = end - begun - 1;
    if (corners > 0 && faces[end - 1] == index) {
      return;
    }
    if (triangles + corners + 1 - (FEWEST_CORNERS - 1) > most()) {
      throw tooMany();
    }
    append(index);
  }

  /**
   * Makes sure that a corner is one of the points.
   *
   * @throws UnreadableExampleException if it is not
   */
  public void check(double point) throws UnreadableExampleException {
    int index = (int) point;
    if (index != point || index < 0 || index >= points) {
      throw file.refused(
          "face "
              + count
              + " names point "
              + TextScanner.plain(point)
              + "; allowed: 0 to "
              + (points - 1));
    }
  }

  /** Adds a face of three corners. */
  public void triangle(double a, double b, double c) throws UnreadableExampleException {
    begin();
    corner(a);
    corner(b);
    corner(c);
  }

  /**
   * Cuts all faces into triangles, which have three different points each.
   *
   * @param axes coordinates by axis, then point
   * @return (triangle, corner)
   * @throws UnreadableExampleException if concave faces have too many corners
   */
  public int[] triangles(double[][] axes) throws UnreadableExampleException {
    endFace();
    PolygonCutter cutter = new PolygonCutter(file, (int) triangles);
    for (int at = 0; at < end; at += 1 + faces[at]) {
      cutter.cut(axes, faces, at + 1, faces[at]);
    }
    return cutter.triangles();
  }

  private void endFace() {
    if (begun < 0) {
      return;
    }
    while (end > begun + 2 && faces[end - 1] == faces[begun + 1]) {
      end--;
    }
    int corners = end - begun - 1;
    if (corners < FEWEST_CORNERS) {
      end = begun;
    } else {
      faces[begun] = corners;
      triangles += corners - 2;
    }
    begun = -1;
  }

  private void append(int number) throws UnreadableExampleException {
    if (end == faces.length) {
      if (end == LARGEST_ARRAY) {
        throw tooMany();
      }
      faces = Arrays.copyOf(faces, (int) Math.min(LARGEST_ARRAY, 2L * faces.length));
    }
    faces[end++] = number;
  }

  private UnreadableExampleException tooMany() {
    return file.refused(
        "its faces are more than the "
            + most()
            + " triangles allowed, "
            + MOST_PER_POINT
            + " for each of "
            + options.maxPoints()
            + " points; raise maxPoints to accept it");
  }

  private long most() {
    return Math.min(MOST_PER_POINT * options.maxPoints(), LARGEST_ARRAY / 3);
  }
}
