package io.perceiver.pointcloud.ply;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines before a PLY file's data.
 *
 * @param encoding how numbers are stored
 * @param elements in the order they are stored
 * @param lines lines of the header
 * @param offset where the data begin
 */
record PlyHeader(Encoding encoding, List<PlyElement> elements, int lines, int offset) {

  /** How numbers are stored. */
  enum Encoding {
    ASCII,
    LITTLE_ENDIAN,
    BIG_ENDIAN
  }

  /** Keeps its own copy. */
  PlyHeader {
    elements = List.copyOf(elements);
  }

  /**
   * Reads a header.
   *
   * @throws UnreadableExampleException if it is cut short or contradicts itself
   */
  static PlyHeader read(FileBytes file) throws UnreadableExampleException {
    return new Reading(file).header();
  }

  /**
   * The one element of this name.
   *
   * @throws UnreadableExampleException if there are several
   */
  Optional<PlyElement> element(FileBytes file, String name) throws UnreadableExampleException {
    List<PlyElement> found = elements.stream().filter(e -> e.name().equals(name)).toList();
    if (found.size() > 1) {
      throw file.refused("its PLY header has " + found.size() + " elements called " + name);
    }
    return found.stream().findFirst();
  }

  /** A header half read. */
  private static final class Reading {
    private static final int MOST_ENTRIES = 1024;
    private static final String VERSION = "1.0";

    private final FileBytes file;
    private final HeaderLines text;
    private final List<PlyElement> elements = new ArrayList<>();
    private final List<PlyProperty> properties = new ArrayList<>();
    private Optional<Encoding> encoding = Optional.empty();
    private Optional<PlyElement> element = Optional.empty();

    Reading(FileBytes file) {
      this.file = file;
      this.text = new HeaderLines(file);
    }

    PlyHeader header() throws UnreadableExampleException {
      text.nextLine();
      if (!text.word().equals("ply")) {
        throw text.refused("a PLY file begins with a line 'ply'");
      }
      while (text.nextLine()) {
        String key = text.word();
        switch (key) {
          case "", "comment", "obj_info" -> {}
          case "format" -> encoding = Optional.of(encoding());
          case "element" -> beginElement();
          case "property" -> properties.add(property());
          case "end_header" -> {
            endElement();
            return end();
          }
          default -> throw text.refused(unknown(key));
        }
      }
      throw file.refused("cut short: its PLY header has no end_header");
    }

    private static String unknown(String key) {
      return "'"
          + TextScanner.shown(key)
          + "' is not an entry of a PLY header; end_header is missing";
    }

    private PlyHeader end() throws UnreadableExampleException {
      if (encoding.isEmpty()) {
        throw file.refused("its PLY header has no format");
      }
      return new PlyHeader(encoding.get(), elements, text.line(), text.nextOffset());
    }

    private Encoding encoding() throws UnreadableExampleException {
      String word = text.word();
      String version = text.word();
      if (!version.isEmpty() && !version.equals(VERSION)) {
        throw text.refused(
            "version '" + TextScanner.shown(version) + "' is not read; allowed: " + VERSION);
      }
      return switch (word) {
        case "ascii" -> Encoding.ASCII;
        case "binary_little_endian" -> Encoding.LITTLE_ENDIAN;
        case "binary_big_endian" -> Encoding.BIG_ENDIAN;
        default ->
            throw text.refused(
                "format '"
                    + TextScanner.shown(word)
                    + "' is not allowed; allowed: ascii, binary_little_endian, binary_big_endian");
      };
    }

    private void beginElement() throws UnreadableExampleException {
      endElement();
      String name = text.word();
      long count = text.count("element " + TextScanner.shown(name));
      text.end();
      element = Optional.of(new PlyElement(name, count, List.of()));
    }

    private void endElement() {
      element.ifPresent(e -> elements.add(new PlyElement(e.name(), e.count(), properties)));
      element = Optional.empty();
      properties.clear();
    }

    private PlyProperty property() throws UnreadableExampleException {
      if (element.isEmpty()) {
        throw text.refused("a property before the first element");
      }
      if (properties.size() + elements.size() >= MOST_ENTRIES) {
        throw text.refused("more than " + MOST_ENTRIES + " properties");
      }
      String type = text.word();
      if (!type.equals("list")) {
        return named(type(type), Optional.empty());
      }
      PlyType length = type(text.word());
      if (!length.isWhole()) {
        throw text.refused("a list's length cannot be of a type with fractions");
      }
      PlyType items = type(text.word());
      return named(items, Optional.of(length));
    }

    private PlyProperty named(PlyType type, Optional<PlyType> length)
        throws UnreadableExampleException {
      String name = text.word();
      if (name.isEmpty()) {
        throw text.refused("a property without a name");
      }
      text.end();
      return new PlyProperty(name, type, length);
    }

    private PlyType type(String name) throws UnreadableExampleException {
      return PlyType.named(name)
          .orElseThrow(
              () ->
                  text.refused(
                      "type '"
                          + TextScanner.shown(name)
                          + "' is not allowed; allowed: char, uchar, short, ushort, int, uint,"
                          + " float, double, and int8 to float64"));
    }
  }
}
