package io.perceiver.pointcloud.cloud;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Points with their channels and, where it is a mesh, the triangles between them. It has at least
 * one point, and no triangle without area. Immutable as long as the arrays given to it and by it
 * are not written to.
 */
public final class PointCloud {
  private final double[] coordinates;
  private final Map<Channel, float[]> channels;
  private final int[] triangles;

  private PointCloud(double[] coordinates, Map<Channel, float[]> channels, int[] triangles) {
    int points = coordinates.length / Axis.COUNT;
    if (points == 0 || coordinates.length % Axis.COUNT != 0) {
      throw new IllegalArgumentException(
          coordinates.length + " coordinates; expected three for each of 1 or more points");
    }
    this.coordinates = coordinates;
    this.channels = new EnumMap<>(Channel.class);
    channels.forEach(
        (channel, values) -> {
          if (values.length != points * channel.width()) {
            throw new IllegalArgumentException(
                values.length + " values of " + channel + " for " + points + " points");
          }
          this.channels.put(channel, values);
        });
    this.triangles = Triangles.withArea(coordinates, triangles);
  }

  /**
   * Points alone.
   *
   * @param coordinates (point, axis), finite; owned by the cloud from here on
   * @throws IllegalArgumentException if there is no point
   */
  public static PointCloud of(double[] coordinates) {
    return of(coordinates, Map.of());
  }

  /**
   * Points with channels.
   *
   * @param coordinates (point, axis), finite; owned by the cloud from here on
   * @param channels (point, value) of each channel, finite; likewise
   * @throws IllegalArgumentException if there is no point or the sizes differ
   */
  public static PointCloud of(double[] coordinates, Map<Channel, float[]> channels) {
    return mesh(coordinates, channels, new int[0]);
  }

  /**
   * Points with channels and the surface between them. Triangles without area are left out; a mesh
   * of no others is a cloud of its points.
   *
   * @param coordinates (point, axis), finite; owned by the cloud from here on
   * @param channels (point, value) of each channel, finite; likewise
   * @param triangles (triangle, corner), indices of points; likewise
   * @throws IllegalArgumentException if there is no point or the sizes differ
   * @throws IndexOutOfBoundsException if a triangle names a point that is not there
   */
  public static PointCloud mesh(
      double[] coordinates, Map<Channel, float[]> channels, int[] triangles) {
    return new PointCloud(coordinates, channels, triangles);
  }

  /** Number of points. */
  public int size() {
    return coordinates.length / Axis.COUNT;
  }

  /** (point, axis); not to be written to. */
  public double[] coordinates() {
    return coordinates;
  }

  /** What its points carry. */
  public Set<Channel> channels() {
    return channels.keySet();
  }

  /**
   * Values of a channel, (point, value); not to be written to.
   *
   * @throws NullPointerException if it has no such channel
   */
  public float[] channel(Channel channel) {
    return Objects.requireNonNull(channels.get(channel), channel::toString);
  }

  /** Memory that its numbers take. */
  public long memoryBytes() {
    long floats = channels.values().stream().mapToLong(values -> values.length).sum();
    return (long) Double.BYTES * coordinates.length
        + Float.BYTES * floats
        + (long) Integer.BYTES * triangles.length;
  }

  /** Whether it has a surface. */
  public boolean isMesh() {
    return triangles.length > 0;
  }

  /** (triangle, corner), indices of points; not to be written to. */
  public int[] triangles() {
    return triangles;
  }

  /** The points of these indices, in this order, without the surface; an index may come twice. */
  public PointCloud select(int[] points) {
    double[] chosen = new double[points.length * Axis.COUNT];
    for (int i = 0; i < points.length; i++) {
      System.arraycopy(coordinates, points[i] * Axis.COUNT, chosen, i * Axis.COUNT, Axis.COUNT);
    }
    Map<Channel, float[]> chosenChannels = new EnumMap<>(Channel.class);
    channels.forEach(
        (channel, values) -> chosenChannels.put(channel, select(values, channel.width(), points)));
    return of(chosen, chosenChannels);
  }

  private static float[] select(float[] values, int width, int[] points) {
    float[] chosen = new float[points.length * width];
    for (int i = 0; i < points.length; i++) {
      System.arraycopy(values, points[i] * width, chosen, i * width, width);
    }
    return chosen;
  }

  /** Its points without the surface. */
  public PointCloud withoutSurface() {
    return isMesh() ? of(coordinates, channels) : this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PointCloud that
        && Arrays.equals(coordinates, that.coordinates)
        && Arrays.equals(triangles, that.triangles)
        && channels.keySet().equals(that.channels.keySet())
        && channels.keySet().stream().allMatch(c -> Arrays.equals(channel(c), that.channel(c)));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coordinates) + Arrays.hashCode(triangles);
  }

  @Override
  public String toString() {
    return isMesh()
        ? "mesh of " + size() + " points and " + triangles.length / 3 + " triangles"
        : "cloud of " + size() + " points";
  }
}
