package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;

/**
 * An affine move in shares of an image's width and height, so that it moves images of other
 * proportions alike: what is a turn in one is a turn of the scene in the other.
 *
 * @param shares the move of an image that is one wide and one high
 */
record RelativeAffine(Affine shares) {

  /** Returns a move in the pixels of an image of this size. */
  static RelativeAffine of(Affine pixels, int height, int width) {
    return new RelativeAffine(scaled(pixels, 1.0 / height, 1.0 / width));
  }

  /** Returns the move in the pixels of an image. */
  Affine in(Raster image) {
    return scaled(shares, image.height(), image.width());
  }

  private static Affine scaled(Affine move, double rows, double columns) {
    return new Affine(
        move.xx(),
        move.xy() * columns / rows,
        move.x0() * columns,
        move.yx() * rows / columns,
        move.yy(),
        move.y0() * rows);
  }
}
