package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.PerceiverException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What stands between the cells of a CSV file, decided once by its first row.
 *
 * @param character the separator
 * @param named whether a line {@code sep=;} before the header says so
 */
record CsvSeparator(char character, boolean named) {
  private static final Map<Character, String> USUAL =
      Map.of(',', "comma", ';', "semicolon", '\t', "tab");
  private static final List<Character> ORDER = List.of(',', ';', '\t');
  private static final int LONGEST_HEADER = 1 << 20;
  private static final Pattern NAMED = Pattern.compile("\"?sep=(.)\"?[,;\t]*(\r\n|\r|\n|$)");

  /**
   * Finds the separator. If several of comma, semicolon and tab stand in the header, it is the one
   * that gives the most of the expected names.
   *
   * @param known the expected names
   * @throws PerceiverException if two would do as well
   */
  static CsvSeparator of(ExampleSource source, String name, Set<String> known) throws IOException {
    String header = firstRow(source);
    Matcher first = NAMED.matcher(header);
    if (first.lookingAt()) {
      char character = first.group(1).charAt(0);
      if (Character.isLetterOrDigit(character) || character == '"') {
        throw new PerceiverException(
            name + ": 'sep=" + character + "' is not allowed; allowed: a comma, semicolon or tab");
      }
      return new CsvSeparator(character, true);
    }
    List<Character> there = new ArrayList<>(ORDER);
    there.removeIf(each -> unquoted(header).indexOf(each) < 0);
    if (there.size() < 2) {
      return new CsvSeparator(there.isEmpty() ? ',' : there.get(0), false);
    }
    return new CsvSeparator(best(name, header, there, known), false);
  }

  private static char best(String name, String header, List<Character> there, Set<String> known)
      throws IOException {
    Map<Integer, List<Character>> byCount = new TreeMap<>(Comparator.reverseOrder());
    for (char each : there) {
      byCount.computeIfAbsent(knownNames(header, each, known), n -> new ArrayList<>()).add(each);
    }
    List<Character> best = byCount.values().iterator().next();
    if (best.size() > 1) {
      throw new PerceiverException(
          "%s: its first row may be separated by %s; put the line 'sep=,', with the right character,"
                  .formatted(name, String.join(" or ", best.stream().map(USUAL::get).toList()))
              + " above it");
    }
    return best.get(0);
  }

  private static int knownNames(String header, char separator, Set<String> known)
      throws IOException {
    try (CSVParser parser = CSVParser.parse(header, CsvTable.format(separator))) {
      for (CSVRecord record : parser) {
        return (int) record.stream().filter(known::contains).count();
      }
    }
    return 0;
  }

  private static String firstRow(ExampleSource source) throws IOException {
    try (BufferedReader text = Utf8Text.open(source)) {
      StringBuilder head = new StringBuilder();
      boolean quoted = false;
      int character = text.read();
      while (character >= 0 && head.length() < LONGEST_HEADER) {
        head.append((char) character);
        quoted ^= character == '"';
        if (!quoted && (character == '\n' || character == '\r')) {
          break;
        }
        character = text.read();
      }
      return head.toString();
    }
  }

  private static String unquoted(String header) {
    StringBuilder outside = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      quoted ^= header.charAt(i) == '"';
      if (!quoted) {
        outside.append(header.charAt(i));
      }
    }
    return outside.toString();
  }
}
