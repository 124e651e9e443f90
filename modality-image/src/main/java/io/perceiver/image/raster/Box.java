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

  /**
   * The part of an image that is in the frame when the image is resized until the frame covers the
   * frame's share of one side, and no more of the other, and is then cut around its centre.
   */
  static Box centreCrop(Raster image, Frame frame) {
    boolean tall = (long) frame.height() * image.width() >= (long) frame.width() * image.height();
    // the side that binds is rounded down, the other follows in proportion
    long bound = (long) ((tall ? frame.height() : frame.width()) / frame.share());
    long height = tall ? bound : bound * image.height() / image.width();
    long width = tall ? bound * image.width() / image.height() : bound;
    double down = (double) image.height() / height;
    double right = (double) image.width() / width;
    double top = Math.rint((height - frame.height()) / 2.0);
    double left = Math.rint((width - frame.width()) / 2.0);
    return new Box(top * down, left * right, frame.height() * down, frame.width() * right);
  }
}
