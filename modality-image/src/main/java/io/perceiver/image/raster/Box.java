package io.perceiver.image.raster;

import io.perceiver.api.Problems;

/**
 * Part of an image, in pixels from its upper left corner; edges may lie between pixels.
 *
 * @param top upper edge
 * @param left left edge
 * @param height above 0
 * @param width above 0
 */
public record Box(double top, double left, double height, double width) {

  /** Checks that it is not empty. */
  public Box {
    Problems problems = new Problems("box");
    problems.check(height > 0, "height", height, "above 0");
    problems.check(width > 0, "width", width, "above 0");
    problems.throwIfAny();
  }

  /** All of an image. */
  public static Box whole(Raster image) {
    return new Box(0, 0, image.height(), image.width());
  }

  /** The largest part of an image around its centre with the given width to height. */
  public static Box centred(Raster image, double aspect) {
    double height = Math.min(image.height(), image.width() / aspect);
    double width = Math.min(image.width(), image.height() * aspect);
    return new Box((image.height() - height) / 2, (image.width() - width) / 2, height, width);
  }
}
