package io.perceiver.image.file;

import io.perceiver.image.raster.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the camera was held: the EXIF orientation of a JPEG or TIFF, 1 to 8, and turning an image
 * upright by it. Only this one tag is looked up, so a damaged EXIF block elsewhere does no harm;
 * what cannot be understood counts as upright.
 */
record Orientation(int tag) {
  static final Orientation UPRIGHT = new Orientation(1);

  private static final int ORIENTATION_TAG = 0x0112;
  private static final int START_OF_IMAGE_BYTES = 2;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final long EXIF = 0x457869660000L;
  private static final int EXIF_BYTES = 6;
  private static final int ENTRY_BYTES = 12;

  /** What the file says, {@link #UPRIGHT} where it says nothing. */
  static Orientation of(ImageFormat format, byte[] file) {
    try {
      return switch (format) {
        case JPEG -> ofJpeg(ByteBuffer.wrap(file));
        case TIFF -> ofTiff(ByteBuffer.wrap(file));
        default -> UPRIGHT;
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
      return UPRIGHT;
    }
  }

  /** Goes from segment to segment until the EXIF one or the pixels. */
  private static Orientation ofJpeg(ByteBuffer file) {
    int at = START_OF_IMAGE_BYTES;
    while (true) {
      int marker = file.getShort(at) & 0xffff;
      int length = file.getShort(at + 2) & 0xffff;
      if (marker == START_OF_SCAN || marker < 0xff00 || length < 2) {
        return UPRIGHT;
      }
      int body = at + 4;
      if (marker == APP1 && length > EXIF_BYTES + 2 && file.getLong(body) >>> 16 == EXIF) {
        int tiff = body + EXIF_BYTES;
        return ofTiff(file.slice(tiff, length - 2 - EXIF_BYTES));
      }
      at += 2 + length;
    }
  }

  private static Orientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + entry * ENTRY_BYTES;
      if ((tiff.getShort(at) & 0xffff) == ORIENTATION_TAG) {
        int tag = tiff.getShort(at + 8);
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
    byte[] samples = new byte[image.size()];
    int at = 0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int sourceRow = flipped(swapsAxes() ? column : row, image.height(), flipsRows());
        int sourceColumn = flipped(swapsAxes() ? row : column, image.width(), flipsColumns());
        for (int channel = 0; channel < image.channels(); channel++) {
          samples[at++] = (byte) image.sample(sourceRow, sourceColumn, channel);
        }
      }
    }
    return Raster.owning(height, width, image.channels(), samples);
  }

  private static int flipped(int index, int size, boolean flips) {
    return flips ? size - 1 - index : index;
  }
}
