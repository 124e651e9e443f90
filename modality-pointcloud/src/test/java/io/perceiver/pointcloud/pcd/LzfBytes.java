package io.perceiver.pointcloud.pcd;

import java.io.ByteArrayOutputStream;

/** Compresses by looking through all that was written before: slow, and good enough for tests. */
final class LzfBytes {
  private static final int FARTHEST = 1 << 13;
  private static final int LONGEST = 264;

  private LzfBytes() {}

  static byte[] compress(byte[] input) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int literals = 0;
    int at = 0;
    while (at < input.length) {
      int[] match = longestMatch(input, at);
      if (match[1] < 3) {
        at++;
        literals++;
      } else {
        flush(input, at, literals, output);
        literals = 0;
        writeCopy(at - match[0] - 1, match[1] - 2, output);
        at += match[1];
      }
    }
    flush(input, at, literals, output);
    return output.toByteArray();
  }

  private static void writeCopy(int offset, int length, ByteArrayOutputStream output) {
    output.write(Math.min(length, 7) << 5 | offset >> 8);
    if (length >= 7) {
      output.write(length - 7);
    }
    output.write(offset & 0xff);
  }

  private static void flush(byte[] input, int end, int count, ByteArrayOutputStream output) {
    for (int from = end - count; from < end; from += 32) {
      int length = Math.min(32, end - from);
      output.write(length - 1);
      output.write(input, from, length);
    }
  }

  private static int[] longestMatch(byte[] input, int at) {
    int[] best = {0, 0};
    for (int from = Math.max(0, at - FARTHEST); from < at; from++) {
      int length = 0;
      while (length < LONGEST
          && at + length < input.length
          && input[from + length] == input[at + length]) {
        length++;
      }
      if (length > best[1]) {
        best = new int[] {from, length};
      }
    }
    return best;
  }
}
