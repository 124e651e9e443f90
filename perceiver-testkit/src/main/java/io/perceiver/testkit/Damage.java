package io.perceiver.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Files as they come when something went wrong. What is drawn depends on the bytes' length alone,
 * so that a failure repeats.
 *
 * @param how what happened to the file, for messages
 * @param bytes what is left of it
 */
record Damage(String how, byte[] bytes) {
  private static final int HEADER = 64;
  private static final int DRAWS = 96;

  /** Cut at every length within a header, and at some beyond. */
  static List<Damage> cuts(byte[] file) {
    SplittableRandom random = new SplittableRandom(file.length);
    List<Damage> cuts = new ArrayList<>();
    for (int length = 0; length < Math.min(HEADER, file.length); length++) {
      cuts.add(cut(file, length));
    }
    for (int draw = 0; draw < DRAWS && file.length > HEADER; draw++) {
      cuts.add(cut(file, random.nextInt(HEADER, file.length)));
    }
    return cuts;
  }

  private static Damage cut(byte[] file, int length) {
    return new Damage("cut to " + length + " bytes", Arrays.copyOf(file, length));
  }

  /** Some bytes overwritten, most of them in the header; and nothing but random bytes. */
  static List<Damage> changes(byte[] file) {
    SplittableRandom random = new SplittableRandom(file.length);
    List<Damage> changes = new ArrayList<>();
    for (int draw = 0; draw < DRAWS && file.length > 0; draw++) {
      int within = draw % 4 == 0 ? file.length : Math.min(HEADER, file.length);
      int from = random.nextInt(within);
      int to = Math.min(file.length, from + 1 + random.nextInt(4));
      changes.add(overwritten(file, from, to, random));
      changes.add(random(file, random));
    }
    return changes;
  }

  /** A run of one extreme value, as a count or size that lies would have, or random bytes. */
  private static Damage overwritten(byte[] file, int from, int to, SplittableRandom random) {
    byte[] bytes = file.clone();
    byte[] values = {0, -1, 127, -128, (byte) random.nextInt(), '9'};
    byte value = values[random.nextInt(values.length)];
    Arrays.fill(bytes, from, to, value);
    return new Damage("bytes %d to %d set to %d".formatted(from, to - 1, value), bytes);
  }

  /** Random bytes after a real beginning of some length. */
  private static Damage random(byte[] file, SplittableRandom random) {
    int kept = random.nextInt(Math.min(HEADER, file.length) + 1);
    byte[] bytes = new byte[kept + random.nextInt(2 * HEADER)];
    random.nextBytes(bytes);
    System.arraycopy(file, 0, bytes, 0, kept);
    return new Damage(
        "%d bytes kept, then %d random ones".formatted(kept, bytes.length - kept), bytes);
  }
}
