package io.perceiver.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.it.distribution.Run;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command a guide tells its reader to type.
 *
 * @param place where the guide says so
 * @param command for a shell
 * @param refused whether the guide says that it fails
 * @param printed lines the guide shows of what it prints
 */
record GuideCommand(String place, String command, boolean refused, List<String> printed) {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * Checks how it ended, and that every line shown was printed, in that order. Numbers may differ.
   *
   * @param run its output and errors in one
   */
  void check(Run run) {
    String all = run.out();
    assertThat(run.exitCode() != 0).as("%s: %s fails%n%s", place, command, all).isEqualTo(refused);
    Iterator<String> lines = Stream.of(all.split("\n")).map(GuideCommand::comparable).iterator();
    for (String expected : printed) {
      Pattern pattern = pattern(expected);
      boolean found = false;
      while (!found && lines.hasNext()) {
        found = pattern.matcher(lines.next()).matches();
      }
      assertThat(found).as("%s: %s prints '%s'%n%s", place, command, expected, all).isTrue();
    }
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(
        Arrays.stream(comparable(line).split(GuideBlock.ELISION, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  private static String comparable(String line) {
    return BLANKS.matcher(NUMBER.matcher(line).replaceAll("#")).replaceAll(" ").strip();
  }
}
