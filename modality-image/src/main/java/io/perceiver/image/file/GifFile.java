package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.util.Arrays;

/** The first frame of a GIF file, on its canvas as every viewer shows it. */
final class GifFile {
  private static final int SCREEN_BYTES = 13;
  private static final int FRAME_BYTES = 10;
  private static final int NONE = -1;

  private final Claims claims;
  private final Wish wish;
  private final byte[] file;
  private int at = SCREEN_BYTES;
  private int transparent = NONE;

  private GifFile(Claims claims, Wish wish) {
    this.claims = claims;
    this.wish = wish;
    this.file = claims.file();
  }

  static Raster decode(Claims claims, Wish wish) throws UnreadableExampleException {
    GifFile gif = new GifFile(claims, wish);
    try {
      return gif.decode();
    } catch (IndexOutOfBoundsException cut) {
      throw new UnreadableExampleException(
          claims.name(),
          "cut short: the file ends after "
              + gif.file.length
              + " bytes, before its first frame does",
          cut);
    }
  }

  private Raster decode() throws UnreadableExampleException {
    boolean hasPalette = (file[10] & 0x80) != 0;
    int palette = hasPalette ? at : NONE;
    at += hasPalette ? paletteBytes(file[10]) : 0;
    while (true) {
      int block = file[at++] & 0xff;
      if (block == ',') {
        return frame(palette);
      } else if (block == '!') {
        extension();
      } else if (block == ';') {
        throw refused("it ends before its first frame");
      } else if (block != 0) {
        throw refused("damaged: no block begins at byte " + (at - 1));
      }
    }
  }

  private static int paletteBytes(byte flags) {
    return 3 << ((flags & 7) + 1);
  }

  private void extension() {
    int label = file[at++] & 0xff;
    if (label == 0xf9 && file[at] >= 4) {
      transparent = (file[at + 1] & 1) != 0 ? file[at + 4] & 0xff : NONE;
    }
    skipBlocks();
  }

  private void skipBlocks() {
    while (file[at] != 0) {
      at += 1 + (file[at] & 0xff);
    }
    at++;
  }

  private Raster frame(int globalPalette) throws UnreadableExampleException {
    int left = u16(at);
    int top = u16(at + 2);
    int width = u16(at + 4);
    int height = u16(at + 6);
    byte flags = file[at + 8];
    at += FRAME_BYTES - 1;
    int palette = globalPalette;
    if ((flags & 0x80) != 0) {
      palette = at;
      at += paletteBytes(flags);
    }
    if (width == 0 || height == 0) {
      throw refused("its first frame has " + height + " × " + width + " pixels");
    }
    // a frame beyond the screen enlarges it, as browsers do
    int canvasWidth = Math.max(u16(6), left + width);
    int canvasHeight = Math.max(u16(8), top + height);
    claims.checkSize(canvasWidth, canvasHeight, wish.maxPixels());
    byte[] data = data();
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    int count = new GifCode(data, file[at] & 0xff).expand(pixels);
    if (count < pixels.length) {
      throw refused(
          "cut short: its first frame has "
              + pixels.length
              + " pixels, but its data hold "
              + count);
    }
    int[] canvas = new int[Math.multiplyExact(canvasWidth, canvasHeight)];
    Arrays.fill(canvas, NONE);
    for (int row = 0; row < height; row++) {
      int to = (top + ((flags & 0x40) != 0 ? interlaced(row, height) : row)) * canvasWidth + left;
      for (int column = 0; column < width; column++) {
        canvas[to + column] = pixels[row * width + column] & 0xff;
      }
    }
    return wish.indices()
        ? indices(canvas, canvasHeight, canvasWidth)
        : colours(canvas, canvasHeight, canvasWidth, palette);
  }

  /** The compressed data after the code size, which {@link #at} still points at. */
  private byte[] data() {
    int block = at + 1;
    byte[] data = new byte[file.length - at];
    int size = 0;
    while (file[block] != 0) {
      int length = file[block] & 0xff;
      if (block + 1 + length > file.length) {
        throw new IndexOutOfBoundsException(block);
      }
      System.arraycopy(file, block + 1, data, size, length);
      size += length;
      block += 1 + length;
    }
    return Arrays.copyOf(data, size);
  }

  /**
   * Where the rows of an interlaced frame belong: every eighth, the fourths, twos, and the rest.
   */
  private static int interlaced(int row, int height) {
    int rest = row;
    int[][] passes = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
    for (int[] pass : passes) {
      int rows = (height - pass[0] + pass[1] - 1) / pass[1];
      if (rest < rows) {
        return pass[0] + rest * pass[1];
      }
      rest -= rows;
    }
    throw new IllegalStateException("row " + row + " of " + height);
  }

  private Raster indices(int[] canvas, int height, int width) {
    int around = transparent == NONE ? file[11] & 0xff : transparent;
    short[] indices = new short[canvas.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (short) (canvas[i] == NONE ? around : canvas[i]);
    }
    return Raster.ofIndices(height, width, indices);
  }

  private Raster colours(int[] canvas, int height, int width, int palette)
      throws UnreadableExampleException {
    if (palette == NONE) {
      throw refused("it has no palette");
    }
    byte[] samples = new byte[Math.multiplyExact(canvas.length, 3)];
    for (int i = 0; i < canvas.length; i++) {
      boolean clear = canvas[i] == NONE || canvas[i] == transparent;
      for (int channel = 0; channel < 3; channel++) {
        samples[3 * i + channel] =
            clear ? (byte) wish.background() : file[palette + 3 * canvas[i] + channel];
      }
    }
    return Raster.owning(height, width, 3, samples);
  }

  private int u16(int index) {
    return (file[index] & 0xff) | (file[index + 1] & 0xff) << 8;
  }

  private UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(claims.name(), reason);
  }
}
