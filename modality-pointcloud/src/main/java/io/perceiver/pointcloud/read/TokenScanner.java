package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import java.nio.charset.StandardCharsets;

/**
 * Goes through the words of a text, wherever its lines end: {@code \n}, {@code \r\n} and {@code \r}
 * all end a line. Used by one thread.
 */
public final class TokenScanner {
  private static final int LONGEST_WORD = 512;

  private final FileBytes file;
  private final byte[] bytes;
  private final Syntax syntax;
  private int at;
  private int line = 1;
  private boolean lineBegins = true;

  /** What stands in a text beside words. */
  public enum Syntax {
    /** Nothing. */
    PLAIN,
    /** From {@code #} to the end of the line, a comment. */
    COMMENTS,
    /** Comments, and lines that go on after a backslash. */
    CONTINUED_LINES
  }

  /**
   * A place to go back to.
   *
   * @param at offset in the file
   * @param line number of the line, from 1
   * @param lineBegins whether the line has had no word yet
   */
  public record Place(int at, int line, boolean lineBegins) {}

  /** Starts before the first word, after a byte order mark. */
  public TokenScanner(FileBytes file, Syntax syntax) {
    this(file, ByteOrderMark.length(file), 1, syntax);
  }

  /**
   * Starts at the beginning of a line.
   *
   * @param offset where the line begins
   * @param line its number, from 1
   */
  public TokenScanner(FileBytes file, int offset, int line, Syntax syntax) {
    this.file = file;
    this.bytes = file.bytes();
    this.at = offset;
    this.line = line;
    this.syntax = syntax;
  }

  /** Whether the text has another word; goes to its beginning. */
  public boolean hasNext() {
    while (!hasNextOnLine()) {
      if (at >= bytes.length) {
        return false;
      }
      endLine();
      lineBegins = true;
    }
    return true;
  }

  /** Whether the line has another word; goes to its beginning, or to the end of the line. */
  public boolean hasNextOnLine() {
    while (at < bytes.length) {
      byte next = bytes[at];
      if (next == '\\' && continuesLine()) {
        at++;
        endLine();
      } else if (next == '#' && syntax != Syntax.PLAIN) {
        skipLine();
      } else if (isLineEnd(next)) {
        return false;
      } else if (isSpace(next)) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Whether the next word is the first of its line. */
  public boolean beginsLine() {
    return hasNext() && lineBegins;
  }

  /**
   * Returns the next word, of whichever line.
   *
   * @throws UnreadableExampleException if the text ends, or the word is too long to be one
   */
  public String word() throws UnreadableExampleException {
    if (!hasNext()) {
      throw refused("the file is cut short, it ends where more is expected");
    }
    int from = at;
    while (at < bytes.length && !endsWord(bytes[at])) {
      at++;
    }
    if (at - from > LONGEST_WORD) {
      throw refused("a word of " + (at - from) + " bytes; at most " + LONGEST_WORD + " are read");
    }
    lineBegins = false;
    return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
  }

  /**
   * Goes past the next word of the line, however long it is.
   *
   * @return whether it is this one, in upper or lower case
   */
  public boolean skipWord(String expected) {
    hasNextOnLine();
    int from = at;
    while (at < bytes.length && !endsWord(bytes[at])) {
      at++;
    }
    lineBegins &= at == from;
    return at - from == expected.length()
        && new String(bytes, from, at - from, StandardCharsets.ISO_8859_1)
            .equalsIgnoreCase(expected);
  }

  /**
   * Returns the next word as a number; {@code nan} and {@code inf} are numbers.
   *
   * @throws UnreadableExampleException if it is not a number, or the text ends
   */
  public double number() throws UnreadableExampleException {
    String word = word();
    try {
      return TextScanner.numberOf(word);
    } catch (NumberFormatException e) {
      throw refused("'" + TextScanner.shown(word) + "' is not a number");
    }
  }

  /** Goes to the end of the line. */
  public void skipLine() {
    while (at < bytes.length && !isLineEnd(bytes[at])) {
      boolean goesOn = bytes[at] == '\\' && continuesLine();
      at++;
      if (goesOn) {
        endLine();
      }
    }
  }

  /** Counts the words from here to the end of the line, and stays here. */
  public int wordsOnLine() throws UnreadableExampleException {
    Place here = place();
    int words = 0;
    while (hasNextOnLine()) {
      while (at < bytes.length && !endsWord(bytes[at])) {
        at++;
      }
      words++;
    }
    goTo(here);
    return words;
  }

  /** Returns where this is. */
  public Place place() {
    return new Place(at, line, lineBegins);
  }

  /** Goes back to a place. */
  public void goTo(Place place) {
    at = place.at();
    line = place.line();
    lineBegins = place.lineBegins();
  }

  /** Returns the number of the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the number of bytes that are left. */
  public int remaining() {
    return bytes.length - at;
  }

  /** To be thrown: this line with what is wrong with it. */
  public UnreadableExampleException refused(String reason) {
    return file.refused(line, reason);
  }

  private void endLine() {
    if (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
      at++;
    }
    at++;
    line++;
  }

  private boolean continuesLine() {
    return syntax == Syntax.CONTINUED_LINES && at + 1 < bytes.length && isLineEnd(bytes[at + 1]);
  }

  private boolean endsWord(byte b) {
    return isSpace(b)
        || isLineEnd(b)
        || (b == '#' && syntax != Syntax.PLAIN)
        || (b == '\\' && continuesLine());
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\f';
  }
}
