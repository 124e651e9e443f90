package io.perceiver.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The largest resident memory of a process so far, where its system tells. */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final int KIB = 1024;

  private PeakMemory() {}

  /** Bytes; empty where the system does not tell, as everywhere but on Linux. */
  public static OptionalLong ofThisProcess() {
    try {
      return Files.isReadable(STATUS) ? in(Files.readAllLines(STATUS)) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Bytes, from the lines of a Linux process's status. */
  static OptionalLong in(List<String> status) {
    for (String line : status) {
      Matcher matcher = HIGH_WATER.matcher(line);
      if (matcher.matches()) {
        return OptionalLong.of(Long.parseLong(matcher.group(1)) * KIB);
      }
    }
    return OptionalLong.empty();
  }
}
