package io.perceiver.pointcloud.obj;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.TokenScanner;

/**
 * A corner of a face: {@code v}, {@code v/vt}, {@code v//vn} or {@code v/vt/vn}. Numbers count from
 * 1; negative ones count back from the last that was given above.
 *
 * @param vertex index from 0
 * @param normal index from 0; negative for none
 */
record ObjIndex(int vertex, int normal) {
  static final int NONE = -1;

  /**
   * Reads a corner.
   *
   * @param vertices how many were given above
   * @param normals likewise
   * @throws UnreadableExampleException if it is not one
   */
  static ObjIndex read(TokenScanner text, int vertices, int normals)
      throws UnreadableExampleException {
    String word = text.word();
    int slash = word.indexOf('/');
    if (slash < 0) {
      return new ObjIndex(index(text, word, word, vertices), NONE);
    }
    int vertex = index(text, word, word.substring(0, slash), vertices);
    String rest = word.substring(slash + 1);
    int second = rest.indexOf('/');
    String texture = second < 0 ? rest : rest.substring(0, second);
    if (!texture.isEmpty()) {
      number(text, word, texture);
    }
    String normal = second < 0 ? "" : rest.substring(second + 1);
    return new ObjIndex(vertex, normal.isEmpty() ? NONE : index(text, word, normal, normals));
  }

  private static int index(TokenScanner text, String word, String digits, int given)
      throws UnreadableExampleException {
    int number = number(text, word, digits);
    int index = number > 0 ? number - 1 : given + number;
    if (number == 0 || index < 0) {
      throw text.refused(
          "a face names '"
              + TextScanner.shown(word)
              + "' after "
              + given
              + " of what it counts; allowed: from 1, or from -1 back to "
              + -given);
    }
    return index;
  }

  private static int number(TokenScanner text, String word, String digits)
      throws UnreadableExampleException {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw text.refused(
          "'" + TextScanner.shown(word) + "' is not a corner; expected v, v/vt, v//vn or v/vt/vn");
    }
  }
}
