package io.perceiver.it.distribution;

import java.util.List;

/**
 * What a run of the program left behind.
 *
 * @param exitCode its exit code
 * @param out everything it wrote to standard output
 * @param err everything it wrote to standard error
 */
public record Run(int exitCode, String out, String err) {

  /**
   * The last line of standard output, where {@code --json} prints its object.
   *
   * @throws IllegalStateException if it wrote none
   */
  public String lastLine() {
    List<String> lines = out.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException("no output; on standard error:\n" + err);
    }
    return lines.get(lines.size() - 1);
  }
}
