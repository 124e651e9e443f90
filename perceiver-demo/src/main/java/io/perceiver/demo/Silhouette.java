package io.perceiver.demo;

/** What a toy looks like: all that its picture tells of its kind. */
public enum Silhouette {
  /** An arrow that points up. */
  ARROW(
      new Polygon(0, 1, 0.8, 0.15, 0.27, 0.15, 0.27, -0.95, -0.27, -0.95, -0.27, 0.15, -0.8, 0.15)),
  /** A disc with a round hole. */
  RING((u, v) -> u * u + v * v >= 0.52 * 0.52),
  /** Five points, one on top. */
  STAR(Polygon.around(10, 1, 0.38)),
  /** A moon, open to the right. */
  CRESCENT((u, v) -> (u - 0.5) * (u - 0.5) + v * v >= 0.8 * 0.8),
  /** Two bars, one upright and one level. */
  CROSS((u, v) -> Math.abs(u) <= 0.27 || Math.abs(v) <= 0.27);

  @SuppressWarnings("ImmutableEnumChecker") // every outline is a constant without state
  private final Outline outline;

  Silhouette(Outline outline) {
    this.outline = outline;
  }

  /**
   * Whether a point lies on the upright object.
   *
   * @param u to the right, -1 to 1
   * @param v upwards, -1 to 1; nothing outside the unit circle lies on an object
   */
  public boolean contains(double u, double v) {
    return u * u + v * v <= 1 && outline.contains(u, v);
  }
}
