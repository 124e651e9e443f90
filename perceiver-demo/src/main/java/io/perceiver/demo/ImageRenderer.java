package io.perceiver.demo;

import java.util.Random;

/**
 * Draws a toy as it is seen: its silhouette on a ground, stray lines and dots over it, uneven light
 * and noise over all, as a PNG of {@value #SIDE} by {@value #SIDE} pixels in 8-bit RGB.
 *
 * <p>Own arithmetic rather than java.awt, whose rendering differs between machines. Thread-safe.
 */
final class ImageRenderer implements SenseRenderer {
  /** Width and height, pixels. */
  static final int SIDE = 32;

  /** Samples along each side of a pixel, for smooth edges. */
  private static final int SAMPLES = 4;

  private final ImageDifficulty difficulty;

  /** Draws with this much clutter and noise. */
  ImageRenderer(ImageDifficulty difficulty) {
    this.difficulty = difficulty;
  }

  @Override
  public byte[] render(Kind kind, Random random) {
    Scene scene = Scene.draw(kind.silhouette(), difficulty, random);
    return PlainPng.encode(SIDE, SIDE, pixels(scene, random));
  }

  /**
   * The picture itself.
   *
   * @return (row from the top, column, channel), each channel as an unsigned byte
   */
  byte[] pixels(Scene scene, Random random) {
    Canvas canvas = new Canvas(SIDE, scene.ground());
    drawObject(scene, canvas);
    drawClutter(canvas, random);
    canvas.addLight(difficulty.unevenLight(), random);
    canvas.addNoise(difficulty.noise(), random);
    return canvas.bytes();
  }

  private static void drawObject(Scene scene, Canvas canvas) {
    Pose pose = Pose.of(scene);
    double radius = scene.diameter() * SIDE / 2;
    for (int row = first(pose.centreY - radius); row < last(pose.centreY + radius); row++) {
      for (int column = first(pose.centreX - radius);
          column < last(pose.centreX + radius);
          column++) {
        canvas.blend(row, column, scene.colour(), pose.coverage(row, column));
      }
    }
  }

  /** An object in the picture: its centre from the upper left in pixels, and its turn in radii. */
  private record Pose(
      Silhouette silhouette, double centreX, double centreY, double cos, double sin) {

    static Pose of(Scene scene) {
      double radius = scene.diameter() * SIDE / 2;
      return new Pose(
          scene.silhouette(),
          scene.x() * SIDE,
          (1 - scene.y()) * SIDE, // rows run downwards
          StrictMath.cos(scene.turn()) / radius,
          StrictMath.sin(scene.turn()) / radius);
    }

    /** The share of a pixel that the object covers. */
    double coverage(int row, int column) {
      int inside = 0;
      for (int i = 0; i < SAMPLES; i++) {
        double up = centreY - row - (i + 0.5) / SAMPLES;
        for (int j = 0; j < SAMPLES; j++) {
          double right = column + (j + 0.5) / SAMPLES - centreX;
          if (silhouette.contains(cos * right + sin * up, cos * up - sin * right)) {
            inside++;
          }
        }
      }
      return inside / (double) (SAMPLES * SAMPLES);
    }
  }

  private static int first(double edge) {
    return Math.max(0, (int) Math.floor(edge));
  }

  private static int last(double edge) {
    return Math.min(SIDE, (int) Math.ceil(edge));
  }

  private void drawClutter(Canvas canvas, Random random) {
    int lines = random.nextInt(difficulty.maxLines() + 1);
    int dots = random.nextInt(difficulty.maxDots() + 1);
    for (int i = 0; i < lines; i++) {
      Stroke.line(SIDE, random).drawOn(canvas, Rgb.draw(random));
    }
    for (int i = 0; i < dots; i++) {
      Stroke.dot(SIDE, random).drawOn(canvas, Rgb.draw(random));
    }
  }
}
