package io.perceiver.pointcloud.sampling;

import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.cloud.Triangles;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws points from the surface of a mesh, every part of the area with the same chance. Channels
 * are interpolated between the corners; where these have no normals, a point has its triangle's.
 */
final class SurfaceSampler {
  private final PointCloud mesh;
  private final RandomGenerator random;
  private final double[] areasUpTo;
  private final double[] coordinates;
  private final Map<Channel, float[]> channels = new EnumMap<>(Channel.class);
  private final double[] normal = new double[Axis.COUNT];

  private SurfaceSampler(PointCloud mesh, int count, RandomGenerator random) {
    this.mesh = mesh;
    this.random = random;
    this.areasUpTo = areasUpTo(mesh);
    this.coordinates = new double[count * Axis.COUNT];
    for (Channel channel : mesh.channels()) {
      channels.put(channel, new float[count * channel.width()]);
    }
    channels.computeIfAbsent(Channel.NORMALS, normals -> new float[count * normals.width()]);
  }

  /** So many points of a mesh. */
  static PointCloud sample(PointCloud mesh, int count, RandomGenerator random) {
    SurfaceSampler sampler = new SurfaceSampler(mesh, count, random);
    for (int point = 0; point < count; point++) {
      sampler.draw(point);
    }
    return PointCloud.of(sampler.coordinates, sampler.channels);
  }

  /** Area of all triangles up to and including each. */
  private static double[] areasUpTo(PointCloud mesh) {
    int[] triangles = mesh.triangles();
    double[] sums = new double[triangles.length / Triangles.CORNERS];
    double[] normal = new double[Axis.COUNT];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += Triangles.area(mesh.coordinates(), triangles, i * Triangles.CORNERS, normal);
      sums[i] = sum;
    }
    return sums;
  }

  private void draw(int point) {
    int corners = triangle() * Triangles.CORNERS;
    // the unit square folded onto one half is even over the triangle
    double u = random.nextDouble();
    double v = random.nextDouble();
    if (u + v > 1) {
      u = 1 - u;
      v = 1 - v;
    }
    double[] weights = {1 - u - v, u, v};
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      double sum = 0;
      for (int corner = 0; corner < Triangles.CORNERS; corner++) {
        int vertex = mesh.triangles()[corners + corner];
        sum += weights[corner] * mesh.coordinates()[vertex * Axis.COUNT + axis];
      }
      coordinates[point * Axis.COUNT + axis] = sum;
    }
    for (Channel channel : mesh.channels()) {
      interpolate(channel, corners, weights, point);
    }
    drawNormal(point, corners);
  }

  private int triangle() {
    double target = random.nextDouble() * areasUpTo[areasUpTo.length - 1];
    int found = Arrays.binarySearch(areasUpTo, target);
    // an exact hit is the end of that triangle's share, so the point is the next one's
    return Math.min(found < 0 ? -found - 1 : found + 1, areasUpTo.length - 1);
  }

  private void interpolate(Channel channel, int corners, double[] weights, int point) {
    float[] from = mesh.channel(channel);
    float[] to = values(channel);
    int width = channel.width();
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int corner = 0; corner < Triangles.CORNERS; corner++) {
        sum += weights[corner] * from[mesh.triangles()[corners + corner] * width + i];
      }
      to[point * width + i] = (float) sum;
    }
  }

  private void drawNormal(int point, int corners) {
    float[] normals = values(Channel.NORMALS);
    if (mesh.channels().contains(Channel.NORMALS)) {
      for (int axis = 0; axis < Axis.COUNT; axis++) {
        normal[axis] = normals[point * Axis.COUNT + axis];
      }
    } else {
      Triangles.area(mesh.coordinates(), mesh.triangles(), corners, normal);
    }
    double length = Triangles.length(normal);
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      normals[point * Axis.COUNT + axis] = length > 0 ? (float) (normal[axis] / length) : 0;
    }
  }

  private float[] values(Channel channel) {
    return channels.getOrDefault(channel, new float[0]);
  }
}
