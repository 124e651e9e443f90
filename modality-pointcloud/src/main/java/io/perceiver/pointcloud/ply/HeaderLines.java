package io.perceiver.pointcloud.ply;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.ByteOrderMark;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lines of a PLY header. They end as the first does, by {@code \n}, {@code \r\n} or {@code \r}:
 * the binary data after the last may begin with a byte that looks like a line end.
 */
final class HeaderLines {
  private static final int LONGEST = 1 << 16;

  private final FileBytes file;
  private final byte lineEnd;
  private int next;
  private int line;
  private List<String> words = List.of();
  private int word;

  HeaderLines(FileBytes file) {
    this.file = file;
    this.next = ByteOrderMark.length(file);
    this.lineEnd = lineEnd(file.bytes());
  }

  private static byte lineEnd(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return '\n';
      }
      if (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
        return '\r';
      }
    }
    return '\n';
  }

  /**
   * Goes to the next line; false at the end of the file.
   *
   * @throws UnreadableExampleException if the line is too long to be one of a header
   */
  boolean nextLine() throws UnreadableExampleException {
    byte[] bytes = file.bytes();
    if (next >= bytes.length) {
      return false;
    }
    line++;
    int from = next;
    while (next < bytes.length && bytes[next] != lineEnd) {
      next++;
      if (next - from > LONGEST) {
        throw refused("longer than " + LONGEST + " bytes; not a line of a PLY header");
      }
    }
    String text = new String(bytes, from, next - from, StandardCharsets.ISO_8859_1).strip();
    words = text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    word = 0;
    next = Math.min(bytes.length, next + 1);
    return true;
  }

  /** Returns the next word of the line; empty if there is none. */
  String word() {
    return word < words.size() ? words.get(word++) : "";
  }

  /**
   * Returns the next word of the line as a whole number from 0.
   *
   * @param what it counts, for messages
   * @throws UnreadableExampleException if it is not one
   */
  long count(String what) throws UnreadableExampleException {
    String digits = word();
    if (!digits.matches("\\d{1,15}")) {
      throw refused(
          what + " has the count '" + TextScanner.shown(digits) + "'; allowed: 0 or more");
    }
    return Long.parseLong(digits);
  }

  /**
   * Makes sure that the line has no further word.
   *
   * @throws UnreadableExampleException if it has one
   */
  void end() throws UnreadableExampleException {
    if (word < words.size()) {
      throw refused("'" + TextScanner.shown(words.get(word)) + "' after the end of an entry");
    }
  }

  /** Number of the line, from 1. */
  int line() {
    return line;
  }

  /** Where the next line begins. */
  int nextOffset() {
    return next;
  }

  /** To be thrown: this line with what is wrong with it. */
  UnreadableExampleException refused(String reason) {
    return file.refused(line, reason);
  }
}
