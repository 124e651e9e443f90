package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeRendererTest {
  private static final ShapeRenderer RENDERER = new ShapeRenderer(ShapeDifficulty.DEFAULT);
  private static final int MANY = 40_000;
  private static final double SMALL = 1e-9;

  @Test
  void profilesMadeByHandFeelNearlyEverySurface() {
    Examples.Maker maker =
        (kind, random) -> ShapeProfile.of(RENDERER.points(kind.surface(), random));
    Examples known = Examples.draw(Sense.POINTCLOUD, maker, Split.TRAIN, 2000);
    Examples test = Examples.draw(Sense.POINTCLOUD, maker, Split.TEST, 500);
    assertThat(new NearestNeighbour(known).accuracy(test)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @EnumSource
  void pointsLieOnTheirSurface(Surface surface) {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(distance(surface, surface.sample(random))).isCloseTo(0, within(SMALL));
    }
  }

  /** Areas by hand: the share of a part of each surface that has another shape than the rest. */
  @ParameterizedTest
  @EnumSource
  void pointsAreEvenByArea(Surface surface) {
    double expected =
        switch (surface) {
          case CONE -> 0.9 / (0.9 + Math.sqrt(0.81 + 4)); // the base
          case CAN -> 0.6 / (0.6 + 2); // the lids
          case RING -> 0.5 + 0.3 / (Math.PI * 0.8); // the outer half (Pappus)
          case BALL -> 0.25; // the upper half of the upper half (Archimedes)
          case CUBE -> 1 / 6.0; // the lid
        };
    Predicate<Point> part =
        switch (surface) {
          case CONE -> point -> point.z() == -1;
          case CAN -> point -> Math.abs(point.z()) == 1;
          case RING -> point -> out(point) > 0.8;
          case BALL -> point -> point.z() > 0.5;
          case CUBE -> point -> point.z() == 0.7;
        };
    Random random = new Random(2);
    long count = IntStream.range(0, MANY).filter(i -> part.test(surface.sample(random))).count();
    assertThat((double) count / MANY).isCloseTo(expected, within(0.0125)); // five deviations
  }

  @ParameterizedTest
  @EnumSource
  void pointsAreEvenAroundTheUprightAxis(Surface surface) {
    Random random = new Random(3);
    double x = 0;
    double y = 0;
    for (int i = 0; i < MANY; i++) {
      Point point = surface.sample(random);
      x += point.x() / MANY;
      y += point.y() / MANY;
    }
    assertThat(Math.hypot(x, y)).isLessThan(0.02);
  }

  @Test
  void aStanceTurnsLeansScalesAndMoves() {
    Point one = new Point(1, 1, 1);
    Point none = new Point(0, 0, 0);
    assertSame(new Stance(one, 0.25, 0, 0, 1, none).of(new Point(1, 0, 0)), new Point(0, 1, 0));
    assertSame(new Stance(one, 0, 0, 0.25, 1, none).of(new Point(0, 0, 1)), new Point(1, 0, 0));
    assertSame(new Stance(one, 0, 0.25, 0.25, 1, none).of(new Point(0, 0, 1)), new Point(0, 1, 0));
    assertSame(
        new Stance(new Point(2, 3, 4), 0, 0, 0, 0.5, new Point(1, 2, 3)).of(new Point(1, 1, 1)),
        new Point(2, 3.5, 5));
  }

  @Test
  void leaningKeepsTheTurnAndIsBounded() {
    for (int seed = 0; seed < 500; seed++) {
      Stance stance = Stance.draw(new ShapeDifficulty(10, 0, 0), new Random(seed));
      Point up = stance.of(new Point(0, 0, 1));
      double cosine = (up.z() - stance.place().z()) / stance.scale();
      assertThat(cosine).isGreaterThanOrEqualTo(Math.cos(Math.toRadians(10)) - SMALL);
    }
  }

  @Test
  void nothingButTheSurfaceDependsOnTheKind() {
    ShapeRenderer plain = new ShapeRenderer(new ShapeDifficulty(0, 0, 0));
    for (Surface surface : Surface.values()) {
      Stance stance = Stance.draw(new ShapeDifficulty(0, 0, 0), new Random(9));
      List<Point> points = plain.points(surface, new Random(9));
      assertThat(points).hasSize(ShapeRenderer.POINTS);
      for (Point point : points) {
        assertThat(distance(surface, upright(point, stance))).isCloseTo(0, within(SMALL));
      }
    }
  }

  @Test
  void noiseHasTheStatedDeviation() {
    ShapeRenderer noisy = new ShapeRenderer(new ShapeDifficulty(0, 0, 0.05));
    double squares = 0;
    int count = 0;
    for (int seed = 0; seed < 50; seed++) {
      Stance stance = Stance.draw(new ShapeDifficulty(0, 0, 0), new Random(seed));
      for (Point point : noisy.points(Surface.BALL, new Random(seed))) {
        squares += Math.pow(distance(Surface.BALL, upright(point, stance)), 2);
        count++;
      }
    }
    assertThat(Math.sqrt(squares / count)).isCloseTo(0.05, within(0.003));
  }

  @Test
  void theFileIsAPlyOfFloats() {
    byte[] file = RENDERER.render(Kind.MOON, new Random(5));
    String header =
        "ply\nformat binary_little_endian 1.0\nelement vertex 128\n"
            + "property float x\nproperty float y\nproperty float z\nend_header\n";
    assertThat(new String(file, 0, header.length(), StandardCharsets.US_ASCII)).isEqualTo(header);
    ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    data.position(header.length());
    assertThat(data.remaining()).isEqualTo(128 * 3 * 4);
    for (Point point : RENDERER.points(Surface.BALL, new Random(5))) {
      assertThat(data.getFloat()).isEqualTo((float) point.x());
      assertThat(data.getFloat()).isEqualTo((float) point.y());
      assertThat(data.getFloat()).isEqualTo((float) point.z());
    }
  }

  /** Undoes a stance that neither leans nor stretches. */
  private static Point upright(Point point, Stance stance) {
    double x = (point.x() - stance.place().x()) / stance.scale();
    double y = (point.y() - stance.place().y()) / stance.scale();
    double angle = -2 * Math.PI * stance.turns();
    return new Point(
        x * Math.cos(angle) - y * Math.sin(angle),
        x * Math.sin(angle) + y * Math.cos(angle),
        (point.z() - stance.place().z()) / stance.scale());
  }

  /** How far a point lies off an upright surface, or more. */
  private static double distance(Surface surface, Point point) {
    double out = out(point);
    double x = Math.abs(point.x());
    double y = Math.abs(point.y());
    double z = Math.abs(point.z());
    return switch (surface) {
      case CONE -> Math.min(Math.abs(point.z() + 1), Math.abs(out - 0.9 * (1 - point.z()) / 2));
      case CAN -> Math.max(0, Math.max(out - 0.6, z - 1)) + Math.min(1 - z, Math.abs(out - 0.6));
      case RING -> Math.abs(Math.hypot(out - 0.8, z) - 0.3);
      case BALL -> Math.abs(Math.hypot(out, z) - 1);
      case CUBE -> Math.abs(Math.max(x, Math.max(y, z)) - 0.7);
    };
  }

  private static double out(Point point) {
    return Math.hypot(point.x(), point.y());
  }

  private static void assertSame(Point actual, Point expected) {
    assertThat(actual.x()).isCloseTo(expected.x(), within(SMALL));
    assertThat(actual.y()).isCloseTo(expected.y(), within(SMALL));
    assertThat(actual.z()).isCloseTo(expected.z(), within(SMALL));
  }
}
