package io.perceiver.pointcloud.off;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first lines of an OFF file. Many files of ModelNet40 lack the line break after {@code OFF}:
 * {@code OFF490 518 0}.
 *
 * @param columns names of the numbers of a vertex that are read
 * @param skipped most numbers of a vertex that may follow: how opaque a colour is, where it lies on
 *     a texture
 * @param vertices how many there are
 * @param faces how many there are
 */
record OffHeader(List<String> columns, int skipped, long vertices, long faces) {
  private static final Pattern KEY = Pattern.compile("(ST)?(C)?(N)?(4)?(n)?OFF(\\d*)");

  /** Keeps its own copy. */
  OffHeader {
    columns = List.copyOf(columns);
  }

  static boolean isKey(String word) {
    return KEY.matcher(word).matches();
  }

  /**
   * Reads a header and leaves the text at the end of its last line.
   *
   * @throws UnreadableExampleException if it is cut short or of another kind
   */
  static OffHeader read(FileBytes file, TextScanner text) throws UnreadableExampleException {
    text.nextDataLine();
    String word = text.word();
    Matcher key = KEY.matcher(word);
    if (!key.matches() || key.group(4) != null || key.group(5) != null) {
      throw text.refused(
          "'" + TextScanner.shown(word) + "' is not read; allowed: OFF, COFF, NOFF, CNOFF");
    }
    long vertices = key.group(6).isEmpty() ? count(file, text) : whole(text, key.group(6));
    return new OffHeader(columns(key), skipped(key), vertices, count(file, text));
  }

  /**
   * Geomview: "vertices, possibly with normals, colors, and/or texture coordinates, in that order".
   */
  private static List<String> columns(Matcher key) {
    List<String> columns = new ArrayList<>(List.of("x", "y", "z"));
    if (key.group(3) != null) {
      columns.addAll(List.of("nx", "ny", "nz"));
    }
    if (key.group(2) != null) {
      columns.addAll(List.of("red", "green", "blue"));
    }
    return columns;
  }

  private static int skipped(Matcher key) {
    return (key.group(1) == null ? 0 : 2) + (key.group(2) == null ? 0 : 1);
  }

  private static long count(FileBytes file, TextScanner text) throws UnreadableExampleException {
    if (!text.hasWord() && !text.nextDataLine()) {
      throw file.refused("cut short: its OFF header lacks the numbers of vertices and faces");
    }
    String word = text.word();
    return whole(text, word);
  }

  private static long whole(TextScanner text, String word) throws UnreadableExampleException {
    if (word.equals("BINARY")) {
      throw text.refused("binary OFF is not read; convert it to text or to PLY");
    }
    if (!word.matches("\\d{1,18}")) {
      throw text.refused("'" + TextScanner.shown(word) + "' is not a number of vertices or faces");
    }
    return Long.parseLong(word);
  }
}
