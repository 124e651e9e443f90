package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Goes through the lines of a text and the words of a line. Words are separated by white space, and
 * by commas or semicolons where so asked. Used by one thread.
 */
public final class TextScanner {
  /** Longest line of a text file of points; a face may have many corners. */
  private static final int MAX_LINE_BYTES = 1 << 20;

  private static final int MAX_SHOWN = 40;

  private final FileBytes file;
  private final boolean commas;
  private int line;
  private int start;
  private int next;
  private int at;
  private int end;

  /**
   * Before the first line.
   *
   * @param commas whether commas and semicolons separate words too
   */
  public TextScanner(FileBytes file, boolean commas) {
    this(file, 0, 0, commas);
  }

  /**
   * Before the line that begins at an offset.
   *
   * @param linesBefore lines above it
   */
  public TextScanner(FileBytes file, int offset, int linesBefore, boolean commas) {
    this.file = file;
    this.next = offset;
    this.at = offset;
    this.end = offset;
    this.line = linesBefore;
    this.commas = commas;
  }

  /**
   * Goes to the next line; false at the end of the text.
   *
   * @throws UnreadableExampleException if the line is too long to be one of points
   */
  public boolean nextLine() throws UnreadableExampleException {
    byte[] bytes = file.bytes();
    if (next >= bytes.length) {
      at = end;
      return false;
    }
    line++;
    start = next;
    at = next;
    end = next;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
      if (end - at > MAX_LINE_BYTES) {
        throw refused("longer than " + MAX_LINE_BYTES + " bytes; not a line of points");
      }
    }
    next = Math.min(bytes.length, end + 1);
    return true;
  }

  /** Goes to the next line that has a word and does not begin with {@code #}; false at the end. */
  public boolean nextDataLine() throws UnreadableExampleException {
    while (nextLine()) {
      if (hasWord() && file.bytes()[at] != '#') {
        return true;
      }
    }
    return false;
  }

  /** Number of the line, from 1. */
  public int line() {
    return line;
  }

  /** Where the next line begins. */
  public int nextOffset() {
    return next;
  }

  /** Where the line begins. */
  public int start() {
    return start;
  }

  /** Where the rest of the line begins. */
  public int position() {
    return at;
  }

  /** Where the line ends. */
  public int end() {
    return end;
  }

  /** Bytes after what was read. */
  public int remaining() {
    return file.size() - at;
  }

  /** Whether the line has another word; goes to its beginning. */
  public boolean hasWord() {
    while (at < end && isSpace(file.bytes()[at])) {
      at++;
    }
    return at < end;
  }

  /** The next word of the line; empty if there is none. */
  public String word() {
    hasWord();
    int from = at;
    while (at < end && !isSpace(file.bytes()[at]) && !isComma(file.bytes()[at])) {
      at++;
    }
    String word = new String(file.bytes(), from, at - from, StandardCharsets.ISO_8859_1);
    hasWord();
    if (at < end && isComma(file.bytes()[at])) {
      at++;
    }
    return word;
  }

  /** The rest of the line, without white space around it. */
  public String rest() {
    String rest = new String(file.bytes(), at, end - at, StandardCharsets.ISO_8859_1);
    at = end;
    return rest.strip();
  }

  /**
   * The next word of the line as a number; {@code nan} and {@code inf} are numbers.
   *
   * @throws UnreadableExampleException if it is none, or the line has no further word
   */
  public double number() throws UnreadableExampleException {
    if (!hasWord()) {
      throw refused("ends where a number is expected");
    }
    String word = word();
    return parse(word);
  }

  /**
   * The next word as a number, be it on this line or on one of the next.
   *
   * @throws UnreadableExampleException if it is none, or the text ends
   */
  public double numberOnAnyLine() throws UnreadableExampleException {
    while (!hasWord()) {
      if (!nextLine()) {
        throw refused("the file is cut short, it ends where a number is expected");
      }
    }
    return number();
  }

  /**
   * A word as a number; {@code nan} and {@code inf} are numbers.
   *
   * @throws UnreadableExampleException if it is none
   */
  public double parse(String word) throws UnreadableExampleException {
    try {
      return numberOf(word);
    } catch (NumberFormatException e) {
      throw refused("'" + shown(word) + "' is not a number");
    }
  }

  /**
   * The number that a word of any text is.
   *
   * @throws NumberFormatException if it is none
   */
  static double numberOf(String word) {
    char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
    // Java would take 1f, 1d and 0x1p3 for numbers too
    if ((Character.isDigit(last) || last == '.')
        && word.indexOf('x') < 0
        && word.indexOf('X') < 0) {
      return Double.parseDouble(word);
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan", "-nan", "+nan", "nan(ind)", "-nan(ind)" -> Double.NaN;
      case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new NumberFormatException(word);
    };
  }

  /** A word as messages show it: not too long, without control characters. */
  public static String shown(String word) {
    String printable = word.replaceAll("[^ -~]", "?");
    return printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN) + "…";
  }

  /** A number without a needless fraction. */
  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** To be thrown: this line with what is wrong with it. */
  public UnreadableExampleException refused(String reason) {
    return file.refused(line, reason);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f';
  }

  private boolean isComma(byte b) {
    return commas && (b == ',' || b == ';');
  }
}
