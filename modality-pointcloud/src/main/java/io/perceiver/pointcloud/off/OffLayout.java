package io.perceiver.pointcloud.off;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.TokenScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers of an OFF file are arranged.
 *
 * @param vertex the numbers of a vertex
 * @param faceLines whether every face begins a line, and may have a colour up to the end of it;
 *     otherwise faces follow each other without colours
 */
record OffLayout(OffVertex vertex, boolean faceLines) {

  /**
   * Returns the layouts that a file may have, the likeliest first. At most one of them uses up a
   * file exactly, but for files made to deceive.
   *
   * @param text stands before the first vertex and stays there
   */
  static List<OffLayout> of(OffHeader header, TokenScanner text) throws UnreadableExampleException {
    List<OffLayout> layouts = new ArrayList<>();
    int words = text.beginsLine() ? text.wordsOnLine() : 0;
    boolean undeclared = words == 6 || words == 7;
    if (header.isPlain() && undeclared && hasEvenLines(text, header.vertices(), words)) {
      layouts.add(new OffLayout(OffVertex.withUndeclaredColour(words == 7), true));
    }
    for (OffVertex vertex : named(header, words)) {
      layouts.add(new OffLayout(vertex, true));
      layouts.add(new OffLayout(vertex, false));
    }
    return layouts;
  }

  /** Geomview's colours have an opacity; if the first vertex fills a line, that line decides. */
  private static List<OffVertex> named(OffHeader header, int words) {
    OffVertex opaque = OffVertex.named(header, false);
    OffVertex withOpacity = OffVertex.named(header, true);
    if (!header.colours() || words == opaque.size()) {
      return List.of(opaque);
    }
    return words == withOpacity.size() ? List.of(withOpacity) : List.of(withOpacity, opaque);
  }

  /** Whether this many lines from here on all have this many words. */
  private static boolean hasEvenLines(TokenScanner text, long lines, int words)
      throws UnreadableExampleException {
    TokenScanner.Place here = text.place();
    boolean even = true;
    for (long line = 0; even && line < lines; line++) {
      even = text.hasNext() && text.wordsOnLine() == words;
      text.skipLine();
    }
    text.goTo(here);
    return even;
  }
}
