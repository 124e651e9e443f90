package io.perceiver.audio.file.flac;

import java.io.IOException;
import java.util.Arrays;

/** Reads one channel of a frame (RFC 9639, §9.2): a constant, samples as they are, or predicted. */
final class Subframe {
  private static final int VERBATIM = 1;
  private static final int FIXED = 8;
  private static final int MOST_FIXED = FIXED + 4;
  private static final int LINEAR = 32;
  private static final int[][] FIXED_COEFFICIENTS = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private Subframe() {}

  /**
   * Reads a channel.
   *
   * @param sampleBits bits of its samples
   * @param samples receives them
   * @param count samples of the block
   */
  static void read(BitReader bits, int sampleBits, long[] samples, int count) throws IOException {
    if (bits.read(1) != 0) {
      throw new IllegalArgumentException("a channel does not begin where it must");
    }
    int type = (int) bits.read(6);
    int wasted = bits.read(1) == 0 ? 0 : bits.readUnary() + 1;
    int width = sampleBits - wasted;
    if (width < 1) {
      throw new IllegalArgumentException(
          "a channel leaves out %d of %d bits".formatted(wasted, sampleBits));
    }
    readSamples(bits, type, width, samples, count);
    checkRange(samples, count, width);
    if (wasted > 0) {
      for (int i = 0; i < count; i++) {
        samples[i] <<= wasted;
      }
    }
  }

  private static void readSamples(BitReader bits, int type, int width, long[] samples, int count)
      throws IOException {
    if (type == 0) {
      Arrays.fill(samples, 0, count, bits.readSigned(width));
    } else if (type == VERBATIM) {
      readVerbatim(bits, width, samples, count);
    } else if (type >= FIXED && type <= MOST_FIXED) {
      int order = type - FIXED;
      readFirst(bits, width, samples, order, count);
      Residual.read(bits, samples, order, count);
      predict(samples, FIXED_COEFFICIENTS[order], 0, count);
    } else if (type >= LINEAR) {
      readLinear(bits, type - LINEAR + 1, width, samples, count);
    } else {
      throw new IllegalArgumentException("a channel is coded in the reserved way " + type);
    }
  }

  private static void readFirst(BitReader bits, int width, long[] samples, int order, int count)
      throws IOException {
    if (order > count) {
      throw new IllegalArgumentException(
          "a block of %d samples has a predictor of %d".formatted(count, order));
    }
    readVerbatim(bits, width, samples, order);
  }

  private static void readVerbatim(BitReader bits, int width, long[] samples, int count)
      throws IOException {
    for (int i = 0; i < count; i++) {
      samples[i] = bits.readSigned(width);
    }
  }

  private static void readLinear(BitReader bits, int order, int width, long[] samples, int count)
      throws IOException {
    readFirst(bits, width, samples, order, count);
    int precision = (int) bits.read(4) + 1;
    int shift = (int) bits.readSigned(5);
    if (precision > 15 || shift < 0) {
      throw new IllegalArgumentException(
          "a predictor has coefficients of %d bits and a shift of %d".formatted(precision, shift));
    }
    int[] coefficients = new int[order];
    for (int i = 0; i < order; i++) {
      coefficients[i] = (int) bits.readSigned(precision);
    }
    Residual.read(bits, samples, order, count);
    predict(samples, coefficients, shift, count);
  }

  /** Adds to each residual what the samples before it predict; the latest has coefficient 0. */
  private static void predict(long[] samples, int[] coefficients, int shift, int count) {
    int order = coefficients.length;
    if (order == 0) {
      return;
    }
    for (int i = order; i < count; i++) {
      long sum = 0;
      for (int j = 0; j < order; j++) {
        sum += coefficients[j] * samples[i - 1 - j];
      }
      samples[i] += sum >> shift;
    }
  }

  /**
   * Checks that samples have no more bits than declared.
   *
   * @throws IllegalArgumentException naming the first that has
   */
  static void checkRange(long[] samples, int count, int width) {
    int unused = Long.SIZE - width;
    long beyond = 0;
    for (int i = 0; i < count; i++) {
      beyond |= samples[i] << unused >> unused ^ samples[i];
    }
    for (int i = 0; beyond != 0 && i < count; i++) {
      if (samples[i] << unused >> unused != samples[i]) {
        throw new IllegalArgumentException(
            "sample %d of a block is %d, but samples are declared to have %d bits"
                .formatted(i, samples[i], width));
      }
    }
  }
}
