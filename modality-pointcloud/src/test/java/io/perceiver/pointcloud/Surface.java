package io.perceiver.pointcloud;

import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.cloud.Triangles;

/** What can be said of the surface of a mesh. */
public final class Surface {
  private Surface() {}

  /** The area of all triangles. */
  public static double area(PointCloud mesh) {
    double area = 0;
    for (int at = 0; at < mesh.triangles().length; at += Triangles.CORNERS) {
      area += Triangles.area(mesh.coordinates(), mesh.triangles(), at, new double[3]);
    }
    return area;
  }

  /**
   * The volume that a closed mesh encloses; negative if all its triangles face inwards, and too
   * small if some do.
   */
  public static double volume(PointCloud mesh) {
    double volume = 0;
    double[] c = mesh.coordinates();
    int[] t = mesh.triangles();
    for (int at = 0; at < t.length; at += Triangles.CORNERS) {
      int p = 3 * t[at];
      int q = 3 * t[at + 1];
      int r = 3 * t[at + 2];
      volume +=
          c[p] * (c[q + 1] * c[r + 2] - c[q + 2] * c[r + 1])
              - c[p + 1] * (c[q] * c[r + 2] - c[q + 2] * c[r])
              + c[p + 2] * (c[q] * c[r + 1] - c[q + 1] * c[r]);
    }
    return volume / 6;
  }
}
