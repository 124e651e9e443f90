package io.perceiver.image.webp;

import java.io.IOException;

/** A key frame of VP8 and its three planes. */
public final class Vp8Frame {
  private static final int HEADER_BYTES = 10;
  private static final int SIDE = 16;

  private final byte[] data;
  private final int start;
  private final int end;
  private final int width;
  private final int height;

  /**
   * Reads the header of a frame.
   *
   * @param start first byte of the frame
   * @param end one past its last
   * @throws IOException if it is not a key frame
   */
  public Vp8Frame(byte[] data, int start, int end) throws IOException {
    this.data = data;
    this.start = start;
    this.end = end;
    if (end - start < HEADER_BYTES
        || (data[start] & 1) != 0
        || (data[start + 3] & 0xff) != 0x9d
        || data[start + 4] != 1
        || data[start + 5] != 0x2a) {
      throw new IOException("its VP8 data do not begin with a key frame");
    }
    this.width = (data[start + 6] & 0xff) | (data[start + 7] & 0x3f) << 8;
    this.height = (data[start + 8] & 0xff) | (data[start + 9] & 0x3f) << 8;
    if (width == 0 || height == 0) {
      throw new IOException("its VP8 frame says " + height + " × " + width + " pixels");
    }
  }

  /** Columns of pixels. */
  public int width() {
    return width;
  }

  /** Rows of pixels. */
  public int height() {
    return height;
  }

  /**
   * Decodes the frame.
   *
   * @return red, green and blue by pixel, row by row
   * @throws IOException if it is cut short
   */
  public byte[] decode() throws IOException {
    int bits =
        (data[start] & 0xff) | (data[start + 1] & 0xff) << 8 | (data[start + 2] & 0xff) << 16;
    int first = start + HEADER_BYTES;
    int partitions = first + (bits >> 5);
    if (partitions > end) {
      throw new IOException(
          "cut short: VP8's first partition says "
              + (bits >> 5)
              + " bytes, but "
              + (end - first)
              + " are left");
    }
    BoolDecoder modes = new BoolDecoder(data, first, partitions);
    Vp8Header header = new Vp8Header(modes);
    int columns = (width + SIDE - 1) / SIDE;
    int rows = (height + SIDE - 1) / SIDE;
    Macroblocks blocks =
        new Macroblocks(
            header, modes, tokens(partitions, 1 << header.partitionBits), rows, columns);
    blocks.decode();
    blocks.filter();
    return blocks.colours(height, width);
  }

  private BoolDecoder[] tokens(int from, int count) throws IOException {
    BoolDecoder[] tokens = new BoolDecoder[count];
    int at = from + 3 * (count - 1);
    for (int i = 0; i < count; i++) {
      int size = from + 3 * i;
      int next = end;
      if (i < count - 1 && at <= end) {
        next =
            at
                + ((data[size] & 0xff)
                    | (data[size + 1] & 0xff) << 8
                    | (data[size + 2] & 0xff) << 16);
      }
      if (at > end || next > end) {
        throw new IOException(
            "cut short: VP8's partition " + (i + 1) + " of " + count + " is not there");
      }
      tokens[i] = new BoolDecoder(data, at, next);
      at = next;
    }
    return tokens;
  }
}
