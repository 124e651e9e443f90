package io.perceiver.pointcloud.text;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.UnnamedColumns;
import io.perceiver.pointcloud.read.UnnamedColumns.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What stands above the points of a text file, and what follows for them: names in a line of their
 * own or in a comment, the number of points, the separator. Used by one thread.
 */
final class TextTop {
  private static final String SCANNER_ENDING = ".pts";

  // Excel's line that says the separator, which the points show anyway
  private static final String SEPARATOR_LINE = "\"?sep=.\"?";

  private final FileBytes file;
  private final ReadOptions options;
  private final TextScanner text;
  private Optional<Names> names = Optional.empty();
  private boolean hasHeader;
  private OptionalLong count = OptionalLong.empty();
  private Separator separator = Separator.SPACES;

  TextTop(FileBytes file, ReadOptions options, TextScanner text) {
    this.file = file;
    this.options = options;
    this.text = text;
  }

  static boolean isComment(FileBytes file, int at) {
    return file.has(at, "#") || file.has(at, "//");
  }

  Separator separator() {
    return separator;
  }

  /** Whether a line of names or the configuration says what the columns hold. */
  boolean saysColumns() {
    return names.isPresent() || !options.columns().isEmpty();
  }

  /**
   * Goes to the first point.
   *
   * @param fields where its fields are put
   * @throws UnreadableExampleException if there is none
   */
  void read(Fields fields) throws UnreadableExampleException {
    while (text.nextLine()) {
      if (text.hasWord() && !isAbove(fields)) {
        return;
      }
    }
    throw file.refused("has no points");
  }

  /** Whether the line is not yet a point; keeps what it says. */
  private boolean isAbove(Fields fields) throws UnreadableExampleException {
    if (isComment(file, text.position())) {
      Names found = Names.of(commentWords());
      names = found.haveCoordinates() ? Optional.of(found) : names;
      return true;
    }
    String line = line();
    separator = Separator.of(line);
    fields.split(text.start(), text.end(), separator);
    List<String> words = words(fields);
    if (words.size() > Columns.MOST_COLUMNS) {
      throw text.refused(words.size() + " columns; allowed: up to " + Columns.MOST_COLUMNS);
    }
    return isCount(words) || line.strip().matches(SEPARATOR_LINE) || isNames(words);
  }

  private String line() {
    int from = text.start();
    return new String(file.bytes(), from, text.end() - from, StandardCharsets.ISO_8859_1);
  }

  private List<String> commentWords() {
    List<String> words = new ArrayList<>();
    while (text.hasWord() && words.size() < Columns.MOST_COLUMNS) {
      String word = text.word().replaceAll("^(#|//)+|\"", "");
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static List<String> words(Fields fields) {
    List<String> words = new ArrayList<>();
    for (int field = 0; field < fields.count(); field++) {
      words.add(fields.get(field));
    }
    return words;
  }

  private boolean isCount(List<String> words) {
    boolean found = words.size() == 1 && count.isEmpty() && words.get(0).matches("\\d{1,18}");
    if (found) {
      count = OptionalLong.of(Long.parseLong(words.get(0)));
    }
    return found;
  }

  private boolean isNames(List<String> words) throws UnreadableExampleException {
    if (hasHeader) {
      return false;
    }
    Names found = Names.of(words);
    boolean coordinates = found.haveCoordinates();
    if (!coordinates && words.stream().anyMatch(this::isNumber)) {
      return false;
    }
    if (!coordinates && options.columns().isEmpty()) {
      throw text.refused(
          "no x, y and z among the names "
              + TextScanner.shown(String.join(", ", words))
              + "; "
              + Columns.SET_COLUMNS);
    }
    names = Optional.of(found);
    hasHeader = true;
    return true;
  }

  private boolean isNumber(String word) {
    try {
      text.parse(word.replace(',', '.'));
      return true;
    } catch (UnreadableExampleException isText) {
      return false;
    }
  }

  /**
   * The columns of the points.
   *
   * @param fields of the first point
   * @throws UnreadableExampleException if they are fewer than coordinates, or not those that were
   *     named
   */
  Columns columns(Fields fields) throws UnreadableExampleException {
    int named = names.map(found -> found.names().size()).orElse(fields.count() - 1);
    int expected = options.columns().isEmpty() ? named : options.columns().size();
    if (fields.count() == expected + 1) {
      fields.dropEmptyLast();
    }
    int found = fields.count();
    if (found < Axis.COUNT) {
      throw text.refused(found + " numbers; expected x, y and z at least");
    }
    if (!options.columns().isEmpty()) {
      return Columns.configured(file, options, found);
    }
    return names.isPresent() ? named(names.get(), found) : unnamed(fields);
  }

  private Columns named(Names above, int found) throws UnreadableExampleException {
    if (above.names().size() != found) {
      throw text.refused(
          found
              + " numbers, but "
              + above.names().size()
              + " names above: "
              + above.names()
              + (separator == Separator.COMMA && found == 2 * above.names().size()
                  ? "; if these are decimal commas, separate the numbers by semicolons"
                  : ""));
    }
    if (!above.agreeOnUnit()) {
      throw file.refused(
          "its coordinates have different units: " + above.units() + " of " + above.names());
    }
    return Columns.named(above.names());
  }

  private Columns unnamed(Fields fields) throws UnreadableExampleException {
    List<String> words = words(fields);
    int numbers = 0;
    while (numbers < words.size() && isNumber(words.get(numbers))) {
      numbers++;
    }
    if (numbers < Axis.COUNT) {
      throw text.refused(
          "'"
              + TextScanner.shown(words.get(numbers))
              + "' is not a number, and x, y and z come first in lines without names; "
              + Columns.SET_COLUMNS);
    }
    if (words.size() > UnnamedColumns.MOST) {
      throw text.refused(words.size() + " columns without names; " + Columns.SET_COLUMNS);
    }
    boolean mixed = words.subList(numbers, words.size()).stream().anyMatch(this::isNumber);
    return UnnamedColumns.of(
        mixed ? Axis.COUNT : numbers, words.size(), options.channels(), order());
  }

  private Order order() {
    if (TextFile.isCalled(file, List.of(SCANNER_ENDING))) {
      return Order.SCANNER;
    }
    if (TextFile.isCalled(file, List.of(".xyzn"))) {
      return Order.NORMALS;
    }
    return TextFile.isCalled(file, List.of(".xyzrgb")) ? Order.COLOURS : Order.UNKNOWN;
  }

  /**
   * Compares the number of points with what the file says.
   *
   * @throws UnreadableExampleException if they differ
   */
  void checkCount(int points) throws UnreadableExampleException {
    if (count.isPresent() && count.getAsLong() != points) {
      throw file.refused(
          (points < count.getAsLong() ? "cut short: " : "damaged: ")
              + "its first line says "
              + count.getAsLong()
              + " points, but it holds "
              + points);
    }
  }
}
