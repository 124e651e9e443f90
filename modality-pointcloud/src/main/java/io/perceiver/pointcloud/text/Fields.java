package io.perceiver.pointcloud.text;

import io.perceiver.pointcloud.read.FileBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of a line, without the quotes around them and without copies of those that nobody asks
 * for. Used by one thread.
 */
final class Fields {
  private static final int FIRST_GUESS = 16;

  private final byte[] bytes;
  private int[] starts = new int[FIRST_GUESS];
  private int[] ends = new int[FIRST_GUESS];
  private boolean quoted;
  private int count;

  Fields(FileBytes file) {
    this.bytes = file.bytes();
  }

  /** Splits the bytes from one offset up to another. */
  void split(int from, int to, Separator separator) {
    count = 0;
    quoted = false;
    int at = from;
    if (separator != Separator.SPACES) {
      do {
        at = field(at, to, separator) + 1;
      } while (at <= to);
      return;
    }
    for (at = skipSpaces(at, to); at < to; at = skipSpaces(at, to)) {
      at = field(at, to, separator);
    }
  }

  /** Adds the field that begins at an offset; returns the offset of the separator behind it. */
  private int field(int from, int to, Separator separator) {
    int start = separator == Separator.TAB ? from : skipSpaces(from, to);
    if (start < to && bytes[start] == '"') {
      int close = start + 1;
      while (close < to && bytes[close] != '"') {
        close++;
      }
      quoted = true;
      add(start + 1, close);
      return next(Math.min(to, close + 1), to, separator);
    }
    int end = next(start, to, separator);
    add(start, end);
    return end;
  }

  private int next(int from, int to, Separator separator) {
    int at = from;
    while (at < to
        && (separator == Separator.SPACES
            ? !isSpace(bytes[at])
            : bytes[at] != separator.character())) {
      at++;
    }
    return at;
  }

  private void add(int from, int to) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    int start = skipSpaces(from, to);
    int end = to;
    while (end > start && isSpace(bytes[end - 1])) {
      end--;
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  private int skipSpaces(int from, int to) {
    int at = from;
    while (at < to && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\f';
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** Whether one of them stood in quotes. */
  boolean isQuoted() {
    return quoted;
  }

  /** Forgets the last field if it is empty, as a separator at the end of a line leaves it. */
  void dropEmptyLast() {
    if (count > 0 && starts[count - 1] == ends[count - 1]) {
      count--;
    }
  }

  /** Whether a field has a character. */
  boolean has(int field, char character) {
    for (int at = starts[field]; at < ends[field]; at++) {
      if (bytes[at] == character) {
        return true;
      }
    }
    return false;
  }

  /** A field. */
  String get(int field) {
    return new String(
        bytes, starts[field], ends[field] - starts[field], StandardCharsets.ISO_8859_1);
  }
}
