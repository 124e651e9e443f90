package io.perceiver.pointcloud.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Surface;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolygonCutterTest {
  private static final FileBytes FILE = new FileBytes("a.off", new byte[0]);

  /** Triangles of a polygon with these corners, (corner, axis). */
  private static int[] cut(double... coordinates) throws UnreadableExampleException {
    int corners = coordinates.length / 3;
    double[][] axes = new double[3][corners];
    for (int i = 0; i < coordinates.length; i++) {
      axes[i % 3][i / 3] = coordinates[i];
    }
    PolygonCutter cutter = new PolygonCutter(FILE, corners - 2);
    cutter.cut(axes, IntStream.range(0, corners).toArray(), 0, corners);
    return cutter.triangles();
  }

  private static PointCloud mesh(double... coordinates) throws UnreadableExampleException {
    return PointCloud.mesh(coordinates, Map.of(), cut(coordinates));
  }

  /** Corners on the plane z = 0. */
  private static double[] flat(double... coordinates) {
    double[] result = new double[coordinates.length / 2 * 3];
    for (int i = 0; i < coordinates.length; i++) {
      result[i / 2 * 3 + i % 2] = coordinates[i];
    }
    return result;
  }

  private static double[] doubles(String numbers) {
    String[] words = numbers.strip().split("\\s+");
    double[] result = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      result[i] = Double.parseDouble(words[i]);
    }
    return result;
  }

  @Test
  void convexPolygonsAreFansAroundTheirFirstCorner() throws UnreadableExampleException {
    assertThat(cut(flat(0, 0, 1, 0, 2, 1, 1, 2, 0, 1))).containsExactly(0, 1, 2, 0, 2, 3, 0, 3, 4);
  }

  @Test
  void cornersOnALineWithTheirNeighboursLeaveAFan() throws UnreadableExampleException {
    assertThat(mesh(flat(0, 0, 1, 0, 2, 0, 2, 2, 0, 2)).triangles()).hasSize(6);
    assertThat(Surface.area(mesh(flat(1, 0, 2, 0, 2, 2, 0, 2, 0, 0)))).isEqualTo(4);
  }

  /** Areas by the shoelace formula. */
  @ParameterizedTest
  @CsvSource({
    "arrow, 0 0 4 0 4 4 2 1 0 4, 10",
    "L, 0 0 3 0 3 1 1 1 1 3 0 3, 5",
    "U, 0 0 3 0 3 3 2 3 2 1 1 1 1 3 0 3, 7",
    "comb, 0 0 5 0 5 3 4 3 4 1 3 1 3 3 2 3 2 1 1 1 1 3 0 3, 11",
    "spiral, 0 0 6 0 6 6 0 6 0 2 4 2 4 4 2 4 2 3 3 3 3 3.5 3.5 3.5 3.5 2.5 1 2.5 1 5 5 5 5 1 0 1, 22.5",
    "star, 0 3 -1 1 -3 0 -1 -1 0 -3 1 -1 3 0 1 1, 12",
    "square with a square hole and a bridge, 0 0 4 0 4 4 0 4 0 0 1 1 1 3 3 3 3 1 1 1, 12",
    "a spike without width, 0 0 4 0 4 4 2 4 2 9 2 4 0 4, 16",
  })
  void concavePolygonsAreCoveredOnce(String name, String corners, double area)
      throws UnreadableExampleException {
    double[] polygon = flat(doubles(corners));
    for (int turn = 0; turn < polygon.length / 3; turn++) {
      assertThat(Surface.area(mesh(polygon))).as("%s from %d", name, turn).isEqualTo(area);
      polygon = turned(polygon);
    }
  }

  private static double[] turned(double[] polygon) {
    double[] turned = new double[polygon.length];
    for (int i = 0; i < polygon.length; i++) {
      turned[i] = polygon[(i + 3) % polygon.length];
    }
    return turned;
  }

  /** Triangles that each lie inside, rather than areas alone, which might cancel. */
  @Test
  void trianglesOfAnLStayWithinIt() throws UnreadableExampleException {
    double[] corners = flat(0, 0, 3, 0, 3, 1, 1, 1, 1, 3, 0, 3);
    int[] triangles = cut(corners);

    for (int at = 0; at < triangles.length; at += 3) {
      double x = 0;
      double y = 0;
      for (int corner = 0; corner < 3; corner++) {
        x += corners[3 * triangles[at + corner]] / 3;
        y += corners[3 * triangles[at + corner] + 1] / 3;
      }
      assertThat(x < 1 || y < 1).as("the middle %s, %s", x, y).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void polygonsLieAnyWayInSpace(long seed) throws UnreadableExampleException {
    SplittableRandom random = new SplittableRandom(seed);
    // a star of random lengths around the origin is simple, and its area is that of its sectors
    int corners = 40;
    double[] u = vector(random);
    double[] v = vector(random);
    double[] far = vector(random);
    double[] polygon = new double[3 * corners];
    double area = 0;
    double before = 0;
    double first = 0;
    for (int i = 0; i < corners; i++) {
      double length = 0.1 + random.nextDouble();
      double angle = 2 * Math.PI * i / corners;
      for (int axis = 0; axis < 3; axis++) {
        polygon[3 * i + axis] =
            100 * far[axis] + length * (Math.cos(angle) * u[axis] + Math.sin(angle) * v[axis]);
      }
      first = i == 0 ? length : first;
      area += before * length;
      before = length;
    }
    area = (area + before * first) * Math.sin(2 * Math.PI / corners) / 2 * crossLength(u, v);

    PointCloud mesh = mesh(polygon);

    assertThat(mesh.triangles()).hasSize(3 * (corners - 2));
    assertThat(Surface.area(mesh)).isCloseTo(area, within(1e-9 * area));
  }

  private static double[] vector(SplittableRandom random) {
    return new double[] {random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble()};
  }

  private static double crossLength(double[] u, double[] v) {
    return Math.sqrt(
        Math.pow(u[0] * v[1] - u[1] * v[0], 2)
            + Math.pow(u[1] * v[2] - u[2] * v[1], 2)
            + Math.pow(u[2] * v[0] - u[0] * v[2], 2));
  }

  @Test
  void withoutANormalOrFiniteCornersPolygonsAreFans() throws UnreadableExampleException {
    assertThat(cut(flat(0, 0, 1, 1, 1, 0, 0, 1))).containsExactly(0, 1, 2, 0, 2, 3);
    assertThat(cut(flat(0, 0, 4, Double.NaN, 4, 4, 2, 1, 0, 4))).hasSize(9);
    assertThat(cut(flat(0, 0, 1e300, 0, 1e300, 1e300, 1, 1, 0, 1e300))).hasSize(9);
  }

  @Test
  void sidesThatCrossLeaveNoCornerOut() throws UnreadableExampleException {
    // the five-pointed star drawn in one stroke
    double[] star = new double[10];
    for (int i = 0; i < 5; i++) {
      star[2 * i] = Math.cos(4 * Math.PI * i / 5);
      star[2 * i + 1] = Math.sin(4 * Math.PI * i / 5);
    }

    assertThat(cut(flat(star))).hasSize(9).contains(0, 1, 2, 3, 4);
  }

  @Test
  void concavePolygonsOfVeryManyCornersAreRefused() {
    double[] zigzag = new double[2 * 70_000];
    for (int i = 0; i < zigzag.length / 2; i++) {
      zigzag[2 * i] = i;
      zigzag[2 * i + 1] = i == 0 || i == zigzag.length / 2 - 1 ? 10 : i % 2;
    }

    assertThatThrownBy(() -> cut(flat(zigzag)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "a.off: its concave faces, one of 70000 corners among them, are too large to be cut into"
                + " triangles; triangulate the mesh first");
  }

  @Test
  void convexPolygonsMayHaveVeryManyCorners() throws UnreadableExampleException {
    int corners = 100_000;
    double[] circle = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      circle[2 * i] = Math.cos(2 * Math.PI * i / corners);
      circle[2 * i + 1] = Math.sin(2 * Math.PI * i / corners);
    }

    assertThat(Surface.area(mesh(flat(circle)))).isCloseTo(Math.PI, within(1e-8));
  }
}
