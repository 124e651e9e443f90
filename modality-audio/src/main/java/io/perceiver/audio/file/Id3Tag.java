package io.perceiver.audio.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * Skips ID3v2 tags, which players put before MP3 and other files, unread: they may hold pictures,
 * or claim a size that no file has.
 */
final class Id3Tag {
  private static final int HEADER_BYTES = 10;
  private static final int FLAGS = 5;
  private static final int SIZE = 6;
  private static final int FOOTER = 0x10;

  private Id3Tag() {}

  /**
   * Skips every tag at the start of a file that supports mark and reset; if a tag is longer than
   * the file, nothing is left. Returns whether there was one.
   */
  static boolean skipAll(InputStream file) throws IOException {
    boolean tagged = false;
    while (true) {
      file.mark(HEADER_BYTES);
      byte[] header = file.readNBytes(HEADER_BYTES);
      if (!isTag(header)) {
        file.reset();
        return tagged;
      }
      tagged = true;
      int left = size(header) + ((header[FLAGS] & FOOTER) == 0 ? 0 : HEADER_BYTES);
      if (Skip.upTo(file, left) < left) {
        return true;
      }
    }
  }

  private static boolean isTag(byte[] header) {
    if (header.length < HEADER_BYTES || header[0] != 'I' || header[1] != 'D' || header[2] != '3') {
      return false;
    }
    // bytes of a size have seven bits each
    return (header[SIZE] | header[SIZE + 1] | header[SIZE + 2] | header[SIZE + 3]) >= 0;
  }

  private static int size(byte[] header) {
    return header[SIZE] << 21 | header[SIZE + 1] << 14 | header[SIZE + 2] << 7 | header[SIZE + 3];
  }
}
