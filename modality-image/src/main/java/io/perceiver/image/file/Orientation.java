package io.perceiver.image.file;

import io.perceiver.image.raster.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the camera was held: the EXIF orientation of a JPEG, PNG, WebP or TIFF file, 1 to 8, and
 * turning an image upright by it. Only this one tag is looked up, so a damaged EXIF block elsewhere
 * does no harm; what cannot be understood counts as upright.
 */
record Orientation(int tag) {
  static final Orientation UPRIGHT = new Orientation(1);

  private static final int ORIENTATION_TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;
  private static final int BIG_ENTRY_BYTES = 20;
  private static final int BIG = 43;
  private static final int LONG = 4;
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  /** What EXIF data say, {@link #UPRIGHT} if they say nothing. */
  static Orientation of(byte[] file, Optional<int[]> exif) {
    if (exif.isEmpty()) {
      return UPRIGHT;
    }
    int from = exif.get()[0];
    int to = exif.get()[1];
    if (to - from > PREFIX.length
        && Arrays.equals(file, from, from + PREFIX.length, PREFIX, 0, PREFIX.length)) {
      from += PREFIX.length;
    }
    return of(ByteBuffer.wrap(file, from, to - from).slice());
  }

  /** What a TIFF file or TIFF data say, {@link #UPRIGHT} if they say nothing. */
  static Orientation of(ByteBuffer tiff) {
    try {
      return ofTiff(tiff);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException damaged) {
      return UPRIGHT;
    }
  }

  private static Orientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean big = tiff.getShort(2) == BIG;
    int directory = big ? Math.toIntExact(tiff.getLong(8)) : tiff.getInt(4);
    long entries = big ? tiff.getLong(directory) : tiff.getShort(directory) & 0xffff;
    int first = directory + (big ? 8 : 2);
    int size = big ? BIG_ENTRY_BYTES : ENTRY_BYTES;
    for (int entry = 0; entry < entries; entry++) {
      int at = first + entry * size;
      if ((tiff.getShort(at) & 0xffff) == ORIENTATION_TAG) {
        int value = at + (big ? 12 : 8);
        int tag = tiff.getShort(at + 2) == LONG ? tiff.getInt(value) : tiff.getShort(value);
        return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private boolean swapsAxes() {
    return tag >= 5;
  }

  private boolean flipsRows() {
    return tag == 3 || tag == 4 || tag == 6 || tag == 7;
  }

  private boolean flipsColumns() {
    return tag == 2 || tag == 3 || tag == 7 || tag == 8;
  }

  /** The image as it was seen; the image itself where it is upright. */
  Raster upright(Raster image) {
    if (tag == 1) {
      return image;
    }
    int height = swapsAxes() ? image.width() : image.height();
    int width = swapsAxes() ? image.height() : image.width();
    return image.picked(
        height,
        width,
        pixel -> {
          int row = pixel / width;
          int column = pixel % width;
          int sourceRow = flipped(swapsAxes() ? column : row, image.height(), flipsRows());
          int sourceColumn = flipped(swapsAxes() ? row : column, image.width(), flipsColumns());
          return sourceRow * image.width() + sourceColumn;
        });
  }

  private static int flipped(int index, int size, boolean flips) {
    return flips ? size - 1 - index : index;
  }
}
