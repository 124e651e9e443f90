package io.perceiver.internal.data;

import io.perceiver.api.UnreadableExampleException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks that a tar ends as tars end: with blocks of zeros and nothing after. Without them it was
 * cut short between two files; with more after them, archives were put together and a reader would
 * take the first for the whole.
 */
final class TarEnd {
  private static final int BLOCK = 512;
  private static final int LONGEST = 16 << 20;

  private TarEnd() {}

  /**
   * Checks the end.
   *
   * @param end where the last entry ends
   * @throws UnreadableExampleException if there is no end mark, or something behind it
   */
  static void check(Path tar, String name, long end) throws IOException {
    long rest = Files.size(tar) - end;
    if (rest < BLOCK) {
      throw new UnreadableExampleException(
          name, "cut short: it has no end mark after byte " + end + "; fetch or pack it again");
    }
    if (rest > LONGEST) {
      throw new UnreadableExampleException(
          name, rest + " bytes follow its last entry; unpack it, and pack it again");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tar))) {
      in.skipNBytes(end);
      for (long at = 0; at < rest; at++) {
        if (in.read() != 0) {
          throw new UnreadableExampleException(
              name,
              (at < BLOCK ? "it has no end mark at byte " : "more follows its end mark at byte ")
                  + (end + at)
                  + "; tars that were put together are not read: unpack it, and pack it again");
        }
      }
    }
  }
}
