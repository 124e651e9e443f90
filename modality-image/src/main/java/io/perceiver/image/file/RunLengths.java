package io.perceiver.image.file;

/** The run-length code of bitmaps, followed without writing pixels. */
final class RunLengths {
  private final byte[] file;
  private final int start;
  private final boolean nibbles;

  RunLengths(byte[] file, int start, boolean nibbles) {
    this.file = file;
    this.start = start;
    this.nibbles = nibbles;
  }

  /**
   * Bytes until the code says that the bitmap ends, or until all rows are full; -1 if the file ends
   * before.
   */
  long bytes(long width, long height) {
    int at = start;
    long row = 0;
    long column = 0;
    while (at + 1 < file.length) {
      int count = file[at] & 0xff;
      int value = file[at + 1] & 0xff;
      at += 2;
      if (count > 0) {
        column += count;
      } else if (value == 0) {
        row++;
        column = 0;
      } else if (value == 1) {
        return (long) at - start;
      } else if (value == 2) {
        if (at + 1 >= file.length) {
          return -1;
        }
        column += file[at] & 0xff;
        row += file[at + 1] & 0xff;
        at += 2;
      } else {
        int bytes = nibbles ? (value + 1) / 2 : value;
        at += bytes + (bytes & 1);
        column += value;
        if (at > file.length) {
          return -1;
        }
      }
      if (row >= height || (row == height - 1 && column >= width)) {
        return (long) at - start;
      }
    }
    return -1;
  }
}
