package io.perceiver.bench.process;

import io.perceiver.api.PerceiverException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How a child process ended.
 *
 * @param exit its code, or {@link #TIMED_OUT}
 * @param output what it printed
 * @param lastErrors the end of what it printed to standard error
 */
public record ChildResult(int exit, String output, String lastErrors) {
  /** It was ended because it took too long. */
  public static final int TIMED_OUT = -1;

  /** As Linux ends a process when no memory is left: signal 9. */
  private static final int KILLED = 128 + 9;

  /** As libtorch, C++, the JVM and its heap say it. */
  private static final Pattern WANT_OF_MEMORY =
      Pattern.compile(
          "not enough memory|allocate memory|bad_alloc|OutOfMemoryError|insufficient memory");

  /** The line with which a child tells a figure. */
  public static String line(String name, double value) {
    return "figure " + name + " " + value;
  }

  /** Whether it did all it was asked for. */
  public boolean isDone() {
    return exit == 0;
  }

  /** Whether it ended for want of memory, as far as it could say so. */
  public boolean ranOutOfMemory() {
    return exit == KILLED || WANT_OF_MEMORY.matcher(lastErrors).find();
  }

  /** A figure it told; empty where it told none of that name. */
  public OptionalDouble figure(String name) {
    Double value = figures().get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * This, if it did all it was asked for.
   *
   * @throws PerceiverException with what it complained about
   */
  public ChildResult orThrow(String what) {
    if (!isDone()) {
      throw new PerceiverException(
          "%s failed in its own process (%s): %s"
              .formatted(
                  what, exit == TIMED_OUT ? "took too long" : "exit code " + exit, lastErrors));
    }
    return this;
  }

  private Map<String, Double> figures() {
    Map<String, Double> figures = new HashMap<>();
    for (String line : output.split("\n")) {
      String[] words = line.strip().split(" ");
      if (words.length == 3 && words[0].equals("figure")) {
        figures.put(words[1], Double.valueOf(words[2]));
      }
    }
    return figures;
  }
}
