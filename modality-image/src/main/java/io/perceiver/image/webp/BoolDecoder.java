package io.perceiver.image.webp;

/** VP8's arithmetic decoder of bits with known probabilities (RFC 6386, §7). */
final class BoolDecoder {
  private final byte[] data;
  private final int end;
  private int at;
  private int value;
  private int range = 254;
  // bits of value below the eight that are compared; negative if more must be read
  private int bits = -8;
  private boolean exhausted;

  BoolDecoder(byte[] data, int from, int end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  /** One bit that is 0 with a probability of so many 256ths. */
  int bit(int probability) {
    if (bits < 0) {
      load();
    }
    int split = (range * probability) >> 8;
    int bit;
    if (value >> bits > split) {
      value -= (split + 1) << bits;
      range -= split + 1;
      bit = 1;
    } else {
      range = split;
      bit = 0;
    }
    if (range < 127) {
      int shift = Integer.numberOfLeadingZeros(range + 1) - 24;
      range = ((range + 1) << shift) - 1;
      bits -= shift;
    }
    return bit;
  }

  private void load() {
    while (bits < 0) {
      int next = 0;
      if (at < end) {
        next = data[at++] & 0xff;
      } else {
        exhausted = true;
      }
      value = value << 8 | next;
      bits += 8;
    }
  }

  boolean flag() {
    return bit(128) != 0;
  }

  /** A number of so many bits, the highest first. */
  int number(int bitCount) {
    int number = 0;
    for (int i = 0; i < bitCount; i++) {
      number = number << 1 | bit(128);
    }
    return number;
  }

  /** A number with its sign behind it, or 0, as a flag before it says. */
  int optional(int bitCount) {
    if (!flag()) {
      return 0;
    }
    int number = number(bitCount);
    return flag() ? -number : number;
  }

  /** Whether more bits were asked for than there are. */
  boolean isExhausted() {
    return exhausted;
  }
}
