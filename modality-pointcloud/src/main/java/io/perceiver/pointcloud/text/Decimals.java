package io.perceiver.pointcloud.text;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.util.regex.Pattern;

/**
 * Reads numbers with a decimal point or, all of them, with a decimal comma, and makes sure that
 * nothing else could be meant. Used by one thread.
 */
final class Decimals {
  // 1,234 could also be a thousand; 0,234 and 1,5 could not
  private static final Pattern MAYBE_THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
  private static final int NONE = 0;

  private final FileBytes file;
  private final TextScanner text;
  private int pointLine = NONE;
  private int commaLine = NONE;
  private boolean certain;
  private boolean quoted;

  Decimals(FileBytes file, TextScanner text) {
    this.file = file;
    this.text = text;
  }

  /**
   * A field as a number.
   *
   * @throws UnreadableExampleException if it is none
   */
  double parse(Fields fields, int index) throws UnreadableExampleException {
    String field = fields.get(index);
    quoted |= fields.isQuoted();
    if (field.indexOf('.') >= 0 && pointLine == NONE) {
      pointLine = text.line();
    }
    int comma = field.indexOf(',');
    if (comma < 0) {
      return text.parse(field);
    }
    commaLine = commaLine == NONE ? text.line() : commaLine;
    certain |= !MAYBE_THOUSANDS.matcher(field).matches();
    if (field.indexOf('.') >= 0 || field.indexOf(',', comma + 1) >= 0) {
      throw text.refused(
          "'" + TextScanner.shown(field) + "' is not a number; leave out thousands separators");
    }
    return text.parse(field.replace(',', '.'));
  }

  /**
   * Makes sure that the file's commas and points have one meaning.
   *
   * @param separator what separated the numbers
   * @param columns numbers of a line
   * @param named whether a header or the configuration says how many there are
   * @throws UnreadableExampleException if they have not
   */
  void check(Separator separator, int columns, boolean named) throws UnreadableExampleException {
    if (commaLine != NONE && pointLine != NONE) {
      throw file.refused(
          commaLine,
          "a decimal comma, but line "
              + pointLine
              + " has a decimal point; write all numbers with a point");
    }
    if (commaLine != NONE && !certain) {
      throw file.refused(
          commaLine,
          "its numbers could have decimal commas or commas between thousands; write them with a"
              + " decimal point");
    }
    if (separator == Separator.COMMA && columns > 3 && !named && !quoted && pointLine == NONE) {
      throw file.refused(
          "has lines of "
              + columns
              + " whole numbers separated by commas, which could be fewer numbers with decimal"
              + " commas; name the columns in a first line such as x,y,z or by the setting"
              + " columns, or write a decimal point");
    }
  }
}
