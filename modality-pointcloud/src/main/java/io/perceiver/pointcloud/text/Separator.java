package io.perceiver.pointcloud.text;

import java.util.Arrays;
import java.util.List;

/** What stands between the fields of a line. */
enum Separator {
  /** One comma; decimal commas stand in quotes. */
  COMMA(','),

  /** One semicolon. */
  SEMICOLON(';'),

  /** One tab. */
  TAB('\t'),

  /** Any number of spaces and tabs. */
  SPACES(' ');

  /** Tokens of a line that has decimal commas: a point has three coordinates. */
  private static final int FEWEST_TOKENS = 3;

  private final char character;

  Separator(char character) {
    this.character = character;
  }

  /** The byte between two fields, if it is one. */
  char character() {
    return character;
  }

  /**
   * Tells the separator of a line. Commas between spaces that separate are decimal commas: {@code
   * 0,5 1,5 2,5} has three numbers.
   */
  static Separator of(String line) {
    String bare = line.replaceAll("\"[^\"]*\"", "q").strip();
    if (bare.indexOf(SEMICOLON.character) >= 0) {
      return SEMICOLON;
    }
    if (bare.indexOf(TAB.character) >= 0) {
      boolean tabs = Arrays.stream(bare.split("\t", -1)).noneMatch(f -> f.strip().contains(" "));
      return tabs ? TAB : SPACES;
    }
    return bare.indexOf(COMMA.character) >= 0 && !hasDecimalCommas(bare) ? COMMA : SPACES;
  }

  private static boolean hasDecimalCommas(String line) {
    List<String> tokens = List.of(line.split("\\s+"));
    return tokens.size() >= FEWEST_TOKENS
        && tokens.stream().noneMatch(token -> token.startsWith(",") || token.endsWith(","))
        && tokens.stream().allMatch(token -> token.matches("[^,]*(\\d,\\d[^,]*)?"));
  }
}
