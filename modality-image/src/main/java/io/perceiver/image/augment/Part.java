package io.perceiver.image.augment;

import io.perceiver.image.raster.Box;
import io.perceiver.image.raster.Raster;

/**
 * A part of an image.
 *
 * @param top upper edge, as a share of the image's height
 * @param left left edge, as a share of its width
 * @param height share of its height
 * @param width share of its width
 */
record Part(double top, double left, double height, double width) {

  /** Returns a box of an image as a part of it. */
  static Part of(Box box, Raster image) {
    double rows = image.height();
    double columns = image.width();
    return new Part(
        box.top() / rows, box.left() / columns, box.height() / rows, box.width() / columns);
  }

  /** Returns the part of an image in its pixels; edges may lie between them. */
  Box in(Raster image) {
    return new Box(
        top * image.height(), left * image.width(), height * image.height(), width * image.width());
  }
}
