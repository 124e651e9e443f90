package io.perceiver.image.file;

/** GIF's form of Lempel, Ziv and Welch's code. */
final class GifCode {
  private static final int MOST_CODES = 4096;

  private final byte[] data;
  private final int clear;
  private final int firstSize;
  private final int[] prefix = new int[MOST_CODES];
  private final byte[] suffix = new byte[MOST_CODES];
  private final int[] length = new int[MOST_CODES];
  private int at;
  private int bits;
  private int bitCount;

  GifCode(byte[] data, int codeSize) {
    if (codeSize < 1 || codeSize > 11) {
      throw new IllegalArgumentException("a GIF code size of " + codeSize + "; allowed: 1 to 11");
    }
    this.data = data;
    this.clear = 1 << codeSize;
    this.firstSize = codeSize + 1;
    for (int code = 0; code < clear; code++) {
      suffix[code] = (byte) code;
      length[code] = 1;
    }
  }

  /** Writes pixels until there is no more room or no more code; returns their number. */
  int expand(byte[] pixels) {
    int count = 0;
    int next = clear + 2;
    int size = firstSize;
    int previous = -1;
    while (count < pixels.length) {
      int code = code(size);
      if (code < 0 || code == clear + 1) {
        return count;
      }
      if (code == clear) {
        next = clear + 2;
        size = firstSize;
        previous = -1;
        continue;
      }
      if (code > next || (previous < 0 && code > clear)) {
        throw new IllegalArgumentException("GIF code " + code + " before it is defined");
      }
      if (previous >= 0 && next < MOST_CODES) {
        prefix[next] = previous;
        length[next] = length[previous] + 1;
        suffix[next] = first(code == next ? previous : code);
        next++;
      } else if (code == next) {
        throw new IllegalArgumentException("GIF code " + code + " before it is defined");
      }
      count = write(code, pixels, count);
      previous = code;
      if (next == 1 << size && size < 12) {
        size++;
      }
    }
    return count;
  }

  private byte first(int code) {
    int start = code;
    while (length[start] > 1) {
      start = prefix[start];
    }
    return suffix[start];
  }

  private int write(int code, byte[] pixels, int from) {
    int end = from + length[code];
    int each = code;
    for (int to = end - 1; to >= from; to--) {
      if (to < pixels.length) {
        pixels[to] = suffix[each];
      }
      each = prefix[each];
    }
    return Math.min(end, pixels.length);
  }

  private int code(int size) {
    while (bitCount < size) {
      if (at >= data.length) {
        return -1;
      }
      bits |= (data[at++] & 0xff) << bitCount;
      bitCount += 8;
    }
    int code = bits & (1 << size) - 1;
    bits >>>= size;
    bitCount -= size;
    return code;
  }
}
