package io.perceiver.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a new process can have without others being pushed out, where the system tells. */
public final class AvailableMemory {
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
  private static final int KIB = 1024;

  private AvailableMemory() {}

  /** Bytes; empty where the system does not tell, as everywhere but on Linux. */
  public static OptionalLong now() {
    try {
      if (Files.isReadable(MEMORY)) {
        for (String line : Files.readAllLines(MEMORY)) {
          Matcher matcher = AVAILABLE.matcher(line);
          if (matcher.matches()) {
            return OptionalLong.of(Long.parseLong(matcher.group(1)) * KIB);
          }
        }
      }
      return OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
