package io.perceiver.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most memory this process has had in use at once since it started: the engine's arrays, the
 * Java heap and all else that was resident. Known on Linux.
 */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d{1,15}) kB");
  private static final int KILOBYTE = 1024;

  private PeakMemory() {}

  /** In bytes; empty where the system does not tell. */
  public static OptionalLong bytes() {
    return Files.isReadable(STATUS) ? of(STATUS) : OptionalLong.empty();
  }

  /** As a file laid out like Linux's {@code status} of a process says. */
  static OptionalLong of(Path status) {
    try {
      return of(Files.readAllLines(status));
    } catch (IOException e) {
      // a figure beside the result, never worth failing for
      return OptionalLong.empty();
    }
  }

  private static OptionalLong of(List<String> lines) {
    return lines.stream()
        .map(PEAK::matcher)
        .filter(Matcher::matches)
        .mapToLong(match -> Long.parseLong(match.group(1)) * KILOBYTE)
        .findFirst();
  }
}
