package io.perceiver.image.raster;

/**
 * Changes the size of an image, one axis after the other, as Pillow does: every result is rounded
 * between the axes. Indices take the nearest pixel whatever the filter.
 */
public final class Resampling {
  // a multiplication along rows runs in vectors, one along columns does not
  private static final int ROW_SPEED = 4;
  // bicubic results are cut to 0 and 255 between the axes, so that their order matters: columns
  // first, as Pillow has it, unless that is out of all proportion
  private static final int PATIENCE = 16;

  private Resampling() {}

  /** Resizes the whole image bilinearly; returns the image itself if it has that size. */
  public static Raster resize(Raster image, int height, int width) {
    return resize(image, Filter.BILINEAR, height, width);
  }

  /** Resizes the whole image; returns the image itself if it has that size. */
  public static Raster resize(Raster image, Filter filter, int height, int width) {
    return image.height() == height && image.width() == width
        ? image
        : resize(image, Box.whole(image), filter, height, width);
  }

  /**
   * Brings a part of an image to the given size, as if the whole were resized and then cut. A part
   * of that size with edges between no pixels is copied exactly.
   */
  public static Raster resize(Raster image, Box part, Filter filter, int height, int width) {
    Filter fitting = image.kind() == SampleKind.INDEX ? Filter.NEAREST : filter;
    Taps rows = Taps.of(fitting, part.top(), part.height(), image.height(), height);
    Taps columns = Taps.of(fitting, part.left(), part.width(), image.width(), width);
    if (fitting == Filter.NEAREST) {
      return image.picked(
          height,
          width,
          pixel -> rows.first(pixel / width) * image.width() + columns.first(pixel % width));
    }
    boolean rowsFirst = rowsFirst(image, fitting, rows, columns);
    return image.isBytes()
        ? ByteResampling.run(image, rows, columns, rowsFirst)
        : DeepResampling.run(image, rows, columns, rowsFirst);
  }

  /** Whether adding up rows before columns is less work. */
  private static boolean rowsFirst(Raster image, Filter filter, Taps rows, Taps columns) {
    long span = (long) rows.end(rows.outputs() - 1) - rows.first(0);
    long rowsFirst = rows.count() * image.width() / ROW_SPEED + rows.outputs() * columns.count();
    long columnsFirst = span * columns.count() + rows.count() * columns.outputs() / ROW_SPEED;
    return filter == Filter.BICUBIC
        ? rowsFirst < columnsFirst / PATIENCE
        : rowsFirst < columnsFirst;
  }
}
