package io.perceiver.pointcloud.pcd;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.ByteOrderMark;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines before a PCD file's points.
 *
 * @param fields what a point consists of
 * @param points how many there are
 * @param data how they are stored
 * @param lines lines of the header
 * @param offset where the points begin
 */
record PcdHeader(List<PcdField> fields, long points, Data data, int lines, int offset) {

  /** How points are stored. */
  enum Data {
    ASCII,
    BINARY,
    BINARY_COMPRESSED
  }

  /**
   * Reads a header.
   *
   * @throws UnreadableExampleException if it is cut short or contradicts itself
   */
  static PcdHeader read(FileBytes file) throws UnreadableExampleException {
    return new Reading(file).header();
  }

  /** Bytes of a point in binary data. */
  int pointBytes() {
    return fields.stream().mapToInt(PcdField::bytes).sum();
  }

  /** Numbers on a line of ASCII data. */
  int numbers() {
    return fields.stream().mapToInt(PcdField::count).sum();
  }

  /** A header half read. */
  private static final class Reading {
    private static final int MOST_FIELDS = 256;

    private final FileBytes file;
    private final TextScanner text;
    private List<String> names = List.of();
    private List<String> sizes = List.of();
    private List<String> types = List.of();
    private List<String> counts = List.of();
    private long width = -1;
    private long height = -1;
    private long points = -1;

    Reading(FileBytes file) {
      this.file = file;
      this.text = new TextScanner(file, ByteOrderMark.length(file), 0, false);
    }

    PcdHeader header() throws UnreadableExampleException {
      while (text.nextDataLine()) {
        String key = text.word().toUpperCase(Locale.ROOT);
        switch (key) {
          case "VERSION", "VIEWPOINT" -> {}
          case "FIELDS", "COLUMNS" -> names = words();
          case "SIZE" -> sizes = words();
          case "TYPE" -> types = words();
          case "COUNT" -> counts = words();
          case "WIDTH" -> width = whole(key);
          case "HEIGHT" -> height = whole(key);
          case "POINTS" -> points = whole(key);
          case "DATA" -> {
            return header(data());
          }
          default ->
              throw text.refused(
                  "'"
                      + TextScanner.shown(key)
                      + "' is not an entry of a PCD header; DATA is missing");
        }
      }
      throw file.refused("cut short: its PCD header has no DATA line");
    }

    private PcdHeader header(Data data) throws UnreadableExampleException {
      return new PcdHeader(fields(), points(), data, text.line(), text.nextOffset());
    }

    private List<String> words() throws UnreadableExampleException {
      List<String> words = new ArrayList<>();
      while (text.hasWord()) {
        words.add(text.word());
        if (words.size() > MOST_FIELDS) {
          throw text.refused("more than " + MOST_FIELDS + " fields");
        }
      }
      return words;
    }

    private long whole(String key) throws UnreadableExampleException {
      double number = text.number();
      if (number != Math.rint(number) || number < 0 || number > Integer.MAX_VALUE) {
        throw text.refused(
            key + " " + number + " is not allowed; allowed: 0 to " + Integer.MAX_VALUE);
      }
      return (long) number;
    }

    private Data data() throws UnreadableExampleException {
      String word = text.word();
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "ascii" -> Data.ASCII;
        case "binary" -> Data.BINARY;
        case "binary_compressed" -> Data.BINARY_COMPRESSED;
        default ->
            throw text.refused(
                "DATA '"
                    + TextScanner.shown(word)
                    + "' is not allowed; allowed: ascii, binary, binary_compressed");
      };
    }

    private List<PcdField> fields() throws UnreadableExampleException {
      int count = names.size();
      if (count == 0 || sizes.size() != count || types.size() != count || !countsFit()) {
        throw file.refused(
            "its PCD header has "
                + count
                + " FIELDS, "
                + sizes.size()
                + " SIZEs, "
                + types.size()
                + " TYPEs and "
                + counts.size()
                + " COUNTs; there must be as many of each");
      }
      List<PcdField> fields = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        fields.add(field(i));
      }
      return List.copyOf(fields);
    }

    private boolean countsFit() {
      return counts.isEmpty() || counts.size() == names.size();
    }

    private PcdField field(int i) throws UnreadableExampleException {
      String count = counts.isEmpty() ? "1" : counts.get(i);
      String type = types.get(i);
      PcdField field =
          new PcdField(
              names.get(i),
              type.length() == 1 ? type.charAt(0) : '?',
              small(sizes.get(i)),
              small(count));
      if (!field.isAllowed()) {
        throw file.refused(
            "its PCD field '"
                + TextScanner.shown(names.get(i))
                + "' has TYPE "
                + TextScanner.shown(type)
                + ", SIZE "
                + TextScanner.shown(sizes.get(i))
                + ", COUNT "
                + TextScanner.shown(count)
                + "; allowed: TYPE I or U of SIZE 1, 2, 4, 8, TYPE F of SIZE 4, 8, COUNT 1 or more");
      }
      return field;
    }

    /** A number of up to seven digits; 0, which is never allowed, for anything else. */
    private static int small(String word) {
      return word.matches("\\d{1,7}") ? Integer.parseInt(word) : 0;
    }

    private long points() throws UnreadableExampleException {
      long area = width < 0 ? -1 : width * Math.max(height, height < 0 ? 1 : 0);
      if (points < 0 && area < 0) {
        throw file.refused("its PCD header has neither POINTS nor WIDTH");
      }
      if (points >= 0 && area >= 0 && points != area) {
        throw file.refused(
            "its PCD header contradicts itself: WIDTH "
                + width
                + " × HEIGHT "
                + height
                + " is not POINTS "
                + points);
      }
      return Math.max(points, area);
    }
  }
}
