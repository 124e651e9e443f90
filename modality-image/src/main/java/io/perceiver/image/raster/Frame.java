package io.perceiver.image.raster;

/**
 * The size every image gets before a model sees it.
 *
 * @param height pixels
 * @param width pixels
 * @param mode what happens to other proportions
 * @param background level of what the image leaves free, 0 to 255
 */
public record Frame(int height, int width, ResizeMode mode, int background) {

  /** The image in this size; the image itself where it has it. */
  public Raster fit(Raster image) {
    return image.height() == height && image.width() == width ? image : mode.apply(image, this);
  }
}
