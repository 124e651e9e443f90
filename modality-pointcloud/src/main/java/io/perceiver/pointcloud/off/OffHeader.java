package io.perceiver.pointcloud.off;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.TokenScanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the vertices of an OFF file. Many files of ModelNet40 lack the line break
 * after {@code OFF}: {@code OFF490 518 0}.
 *
 * @param textures whether two numbers of each vertex say where it lies on a texture ({@code ST})
 * @param colours whether a vertex has a colour ({@code C})
 * @param normals whether a vertex has a normal ({@code N})
 * @param homogeneous whether a fourth coordinate divides the others ({@code 4})
 * @param vertices number of vertices
 * @param faces number of faces
 */
record OffHeader(
    boolean textures,
    boolean colours,
    boolean normals,
    boolean homogeneous,
    long vertices,
    long faces) {
  private static final Pattern KEY = Pattern.compile("(ST)?(C)?(N)?(4)?(n)?OFF(\\d*)");
  private static final Pattern LIKE_KEY = Pattern.compile("[A-Zn0-9]*OFF\\d*");
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
  private static final String LOWER = "off";
  private static final String DIMENSIONS = "3";

  /** Whether a word is the keyword of an OFF file, be it of a form that is read or not. */
  static boolean isKey(String word) {
    return LIKE_KEY.matcher(word).matches() || word.equals(LOWER);
  }

  /** Whether a word is a number of vertices or faces; files may begin with it. */
  static boolean isCount(String word) {
    return COUNT.matcher(word).matches();
  }

  /** Whether the keyword names nothing that vertices have but coordinates. */
  boolean isPlain() {
    return !textures && !colours && !normals && !homogeneous;
  }

  /**
   * Reads a header and leaves the text before the first vertex.
   *
   * @throws UnreadableExampleException if it is cut short or of another kind
   */
  static OffHeader read(TokenScanner text) throws UnreadableExampleException {
    String word = text.word();
    Matcher key = KEY.matcher(keyword(word));
    if (!key.matches()) {
      throw text.refused(
          "'"
              + TextScanner.shown(word)
              + "' is not read; allowed: OFF after ST, C, N, 4 and n, in this order");
    }
    boolean dimensions = key.group(5) != null;
    if (dimensions) {
      checkDimensions(text);
    }
    long vertices = key.group(6).isEmpty() ? count(text) : whole(text, key.group(6));
    long faces = count(text);
    skipEdges(text);
    return new OffHeader(
        key.group(1) != null,
        key.group(2) != null,
        key.group(3) != null,
        key.group(4) != null,
        vertices,
        faces);
  }

  private static String keyword(String word) {
    if (isCount(word)) {
      return "OFF" + word;
    }
    return word.equals(LOWER) ? "OFF" : word;
  }

  private static void checkDimensions(TokenScanner text) throws UnreadableExampleException {
    String word = text.word();
    if (!word.equals(DIMENSIONS)) {
      throw text.refused(
          "vertices of '" + TextScanner.shown(word) + "' dimensions; only those of 3 are read");
    }
  }

  /** Goes past the number of edges, which some files lack: then a vertex begins the next line. */
  private static void skipEdges(TokenScanner text) throws UnreadableExampleException {
    boolean onLine = text.hasNextOnLine();
    if (text.hasNext() && (onLine || text.wordsOnLine() == 1)) {
      count(text);
    }
  }

  private static long count(TokenScanner text) throws UnreadableExampleException {
    if (!text.hasNext()) {
      throw text.refused("cut short: its OFF header lacks the numbers of vertices and faces");
    }
    String word = text.word();
    return whole(text, word);
  }

  private static long whole(TokenScanner text, String word) throws UnreadableExampleException {
    if (word.equals("BINARY")) {
      throw text.refused("binary OFF is not read; convert it to text or to PLY");
    }
    if (!isCount(word)) {
      throw text.refused("'" + TextScanner.shown(word) + "' is not a number of vertices or faces");
    }
    return Long.parseLong(word);
  }
}
