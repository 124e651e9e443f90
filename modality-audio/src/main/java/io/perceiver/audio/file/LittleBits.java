package io.perceiver.audio.file;

/** Bits of bytes, the lowest of each first. Beyond the end they are 0. Used by one thread. */
final class LittleBits {
  private final byte[] bytes;
  private long place;

  /** Bits of the bytes from an index on. */
  LittleBits(byte[] bytes, int from) {
    this.bytes = bytes;
    this.place = 8L * from;
  }

  /** The next bits as a number. */
  int read(int count) {
    int value = 0;
    for (int bit = 0; bit < count; bit++) {
      int at = (int) (place >> 3);
      if (at < bytes.length) {
        value |= (bytes[at] >> (place & 7) & 1) << bit;
      }
      place++;
    }
    return value;
  }

  void skip(long count) {
    place += count;
  }

  /** Whether more was read or skipped than there is. */
  boolean isOver() {
    return place > 8L * bytes.length;
  }
}
