package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.util.Arrays;

/** What a JPEG's frame header promises, and how much of it the scans have delivered. */
final class JpegFrame {
  private static final int COEFFICIENTS = 64;
  private static final int HEADER_BYTES = 6;
  private static final int COMPONENT_BYTES = 3;
  private static final int NOTHING = 99;

  private final int marker;
  private final int height;
  private final int width;
  private final byte[] names;
  // lowest bit of each coefficient that was sent; NOTHING before the first
  private final int[][] lowestBit;

  private JpegFrame(int marker, int height, int width, byte[] names) {
    this.marker = marker;
    this.height = height;
    this.width = width;
    this.names = names;
    this.lowestBit = new int[names.length][COEFFICIENTS];
    for (int[] component : lowestBit) {
      Arrays.fill(component, NOTHING);
    }
  }

  /** Whether a marker is that of a frame header. */
  static boolean begins(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  static JpegFrame read(String name, int marker, byte[] file, int body, int end)
      throws UnreadableExampleException {
    int count = body + HEADER_BYTES <= end ? file[body + 5] & 0xff : 0;
    if (count == 0 || end < body + HEADER_BYTES + COMPONENT_BYTES * count) {
      throw new UnreadableExampleException(name, "damaged: its frame header is too short");
    }
    if (marker > 0xc3) {
      throw new UnreadableExampleException(
          name,
          marker >= 0xc9
              ? "is an arithmetic-coded JPEG, which is not read; convert it, as with 'jpegtran IN >"
                  + " OUT.jpg'"
              : "is a hierarchical JPEG, which is not read; convert it, as with 'magick IN OUT.png'");
    }
    int bits = file[body] & 0xff;
    if (bits != 8 && marker != 0xc3) {
      throw new UnreadableExampleException(
          name, "is a JPEG of " + bits + " bits a sample; those of 8 bits are read");
    }
    if (count != 1 && count != 3 && count != 4) {
      throw new UnreadableExampleException(
          name, "is a JPEG of " + count + " components; those of 1, 3 or 4 are read");
    }
    byte[] names = new byte[count];
    for (int i = 0; i < count; i++) {
      names[i] = file[body + HEADER_BYTES + COMPONENT_BYTES * i];
    }
    int height = (file[body + 1] & 0xff) << 8 | (file[body + 2] & 0xff);
    int width = (file[body + 3] & 0xff) << 8 | (file[body + 4] & 0xff);
    if (height == 0 || width == 0) {
      throw new UnreadableExampleException(
          name, "its frame header says " + height + " × " + width + " pixels");
    }
    return new JpegFrame(marker, height, width, names);
  }

  /** Notes what one scan delivers. */
  void scanned(String name, byte[] file, int body, int end) throws UnreadableExampleException {
    int count = body < end ? file[body] & 0xff : 0;
    int bands = body + 1 + 2 * count;
    if (count == 0 || bands + 3 > end) {
      throw new UnreadableExampleException(name, "damaged: a scan header is too short");
    }
    boolean progressive = marker == 0xc2;
    int first = progressive ? file[bands] & 0xff : 0;
    int last = progressive ? Math.min(COEFFICIENTS - 1, file[bands + 1] & 0xff) : COEFFICIENTS - 1;
    int bit = progressive ? file[bands + 2] & 0x0f : 0;
    for (int i = 0; i < count; i++) {
      byte component = file[body + 1 + 2 * i];
      for (int known = 0; known < names.length; known++) {
        if (names[known] == component && first <= last) {
          Arrays.fill(lowestBit[known], first, last + 1, bit);
        }
      }
    }
  }

  /** Refuses an image whose scans leave something out. */
  void requireComplete(String name, boolean ended) throws UnreadableExampleException {
    for (int component = 0; component < names.length; component++) {
      long missing = Arrays.stream(lowestBit[component]).filter(bit -> bit != 0).count();
      if (missing > 0) {
        throw new UnreadableExampleException(
            name,
            "cut short: its scans leave "
                + missing
                + " of 64 coefficients of component "
                + (component + 1)
                + " of "
                + names.length
                + " unfinished"
                + (ended ? "" : ", and its end mark is missing"));
      }
    }
  }

  boolean isLossless() {
    return marker == 0xc3;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  int components() {
    return names.length;
  }

  /** Whether the components are called R, G and B. */
  boolean isNamedRgb() {
    return names.length == 3 && names[0] == 'R' && names[1] == 'G' && names[2] == 'B';
  }
}
