package io.perceiver.it.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A fenced block of a guide.
 *
 * @param place the guide and the line the block begins in
 * @param kind what stands behind the fence: a language, or {@code console}
 * @param lines what is in it
 */
record GuideBlock(String place, String kind, List<String> lines) {
  /** Stands for anything left out: a line of its own, or a part of one. */
  static final String ELISION = "…";

  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";

  /** The blocks of a guide. */
  static List<GuideBlock> of(String guide, List<String> text) {
    List<GuideBlock> blocks = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      if (text.get(i).startsWith(FENCE)) {
        int end = i + 1;
        while (!text.get(end).equals(FENCE)) {
          end++;
        }
        String kind = text.get(i).substring(FENCE.length());
        blocks.add(new GuideBlock(guide + ":" + (i + 1), kind, text.subList(i + 1, end)));
        i = end;
      }
    }
    return blocks;
  }

  /** Whether it shows commands and what they print. */
  boolean isSession() {
    return kind.startsWith("console");
  }

  /** The commands of a session. */
  List<GuideCommand> commands() {
    List<GuideCommand> commands = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(PROMPT)) {
        boolean refused = kind.endsWith("refused");
        commands.add(
            new GuideCommand(place, line.substring(PROMPT.length()), refused, new ArrayList<>()));
      } else {
        commands.get(commands.size() - 1).printed().add(line);
      }
    }
    return commands;
  }

  /** Whether a file holds its lines, one after the other, but for blanks and what is left out. */
  boolean isOf(List<String> file) {
    List<String> text = bare(file);
    int from = 0;
    for (List<String> piece : pieces()) {
      int found = Collections.indexOfSubList(text.subList(from, text.size()), piece);
      if (found < 0) {
        return false;
      }
      from += found + piece.size();
    }
    return true;
  }

  private List<List<String>> pieces() {
    List<List<String>> pieces = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : bare(lines)) {
      if (line.equals(ELISION)) {
        pieces.add(new ArrayList<>());
      } else {
        pieces.get(pieces.size() - 1).add(line);
      }
    }
    return pieces;
  }

  private static List<String> bare(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
