package io.perceiver.image.webp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** The constants of RFC 6386, from a text file. Arrays are not to be written to. */
final class Vp8Tables {
  private static final int MODE_COUNT = 10 * 10 * 9;
  private static final int COEFFICIENT_COUNT = 4 * 8 * 3 * 11;
  private static final int STEP_COUNT = 128;

  /** Probabilities of subblock modes: (10 · above + left) · 9 on. */
  static final int[] MODES;

  /**
   * Probabilities that a coefficient probability is sent: ((8 · type + band) · 3 + context) · 11.
   */
  static final int[] UPDATES;

  /** Coefficient probabilities unless sent, likewise. */
  static final int[] COEFFICIENTS;

  /** Steps of DC and AC coefficients by quantizer. */
  static final int[] DC_STEPS;

  static final int[] AC_STEPS;

  static {
    int[] all = read();
    int at = 0;
    MODES = Arrays.copyOfRange(all, at, at += MODE_COUNT);
    UPDATES = Arrays.copyOfRange(all, at, at += COEFFICIENT_COUNT);
    COEFFICIENTS = Arrays.copyOfRange(all, at, at += COEFFICIENT_COUNT);
    DC_STEPS = Arrays.copyOfRange(all, at, at += STEP_COUNT);
    AC_STEPS = Arrays.copyOfRange(all, at, at + STEP_COUNT);
  }

  private Vp8Tables() {}

  private static int[] read() {
    try (InputStream stream =
            Objects.requireNonNull(Vp8Tables.class.getResourceAsStream("vp8.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
