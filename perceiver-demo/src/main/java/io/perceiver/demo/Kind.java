package io.perceiver.demo;

import java.util.Locale;

/** The kinds of object, which are the classes of the task. */
public enum Kind {
  /** A disc with a round hole. */
  RING((u, v) -> u * u + v * v >= 0.52 * 0.52),
  /** Three equal sides, standing on one. */
  TRIANGLE(Polygon.around(3, 1)),
  /** Four equal sides, standing on one. */
  SQUARE(new Polygon(-0.7, -0.7, 0.7, -0.7, 0.7, 0.7, -0.7, 0.7)),
  /** Five points, one on top. */
  STAR(Polygon.around(10, 1, 0.38)),
  /** Two bars, one upright and one level. */
  CROSS((u, v) -> Math.abs(u) <= 0.27 || Math.abs(v) <= 0.27),
  /** A moon, open to the right. */
  CRESCENT((u, v) -> (u - 0.5) * (u - 0.5) + v * v >= 0.8 * 0.8),
  /** A heart, its point down. */
  HEART(Kind::heart),
  /** An arrow that points up. */
  ARROW(
      new Polygon(0, 1, 0.8, 0.15, 0.27, 0.15, 0.27, -0.95, -0.27, -0.95, -0.27, 0.15, -0.8, 0.15));

  @SuppressWarnings("ImmutableEnumChecker") // every outline is a constant without state
  private final Outline outline;

  Kind(Outline outline) {
    this.outline = outline;
  }

  /** The class name used in the manifest: the constant in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a point lies on the upright object of this kind.
   *
   * @param u to the right, -1 to 1
   * @param v upwards, -1 to 1; nothing outside the unit circle lies on an object
   */
  public boolean contains(double u, double v) {
    return u * u + v * v <= 1 && outline.contains(u, v);
  }

  /** The algebraic heart curve (x² + y² - 1)³ = x² y³, moved and scaled into the unit circle. */
  private static boolean heart(double u, double v) {
    double x = 1.2 * u;
    double y = 1.2 * v + 0.1;
    double a = x * x + y * y - 1;
    return a * a * a <= x * x * y * y * y;
  }
}
