package io.perceiver.image.raster;

/**
 * The size every image gets before a model sees it.
 *
 * @param height pixels
 * @param width pixels
 * @param mode what happens to other proportions
 * @param share for {@link ResizeMode#CROP}, part of the shorter side that is kept, above 0 to 1
 * @param filter how pixels are weighted
 * @param background level of what the image leaves free, 0 to 255
 */
public record Frame(
    int height, int width, ResizeMode mode, double share, Filter filter, int background) {

  /** A frame that keeps all of the shorter side and resizes bilinearly. */
  public Frame(int height, int width, ResizeMode mode, int background) {
    this(height, width, mode, 1, Filter.BILINEAR, background);
  }

  /** Returns the image in this size; the image itself if it has it. */
  public Raster fit(Raster image) {
    boolean cuts = mode == ResizeMode.CROP && share < 1;
    return image.height() == height && image.width() == width && !cuts
        ? image
        : mode.apply(image, this);
  }
}
