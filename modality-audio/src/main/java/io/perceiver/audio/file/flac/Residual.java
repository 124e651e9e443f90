package io.perceiver.audio.file.flac;

import java.io.IOException;
import java.util.Arrays;

/** Reads what a predictor leaves over: Rice-coded partitions (RFC 9639, §9.2.7). */
final class Residual {
  private static final int ESCAPED_BITS = 5;

  private Residual() {}

  /**
   * Reads the residual of a block.
   *
   * @param samples receives it, from an index on
   * @param order samples at the start of the block that have none
   * @param blockSize samples of the block
   */
  static void read(BitReader bits, long[] samples, int order, int blockSize) throws IOException {
    int method = (int) bits.read(2);
    if (method > 1) {
      throw new IllegalArgumentException("a residual is coded in a reserved way");
    }
    int parameterBits = 4 + method;
    int partitionOrder = (int) bits.read(4);
    int partition = blockSize >> partitionOrder;
    if (partition << partitionOrder != blockSize || partition < order) {
      throw new IllegalArgumentException(
          "a block of %d samples is cut into %d partitions behind %d samples"
              .formatted(blockSize, 1 << partitionOrder, order));
    }
    int escape = (1 << parameterBits) - 1;
    for (int from = 0; from < blockSize; from += partition) {
      int parameter = (int) bits.read(parameterBits);
      int first = Math.max(from, order);
      if (parameter == escape) {
        readEscaped(bits, samples, first, from + partition);
      } else {
        readRice(bits, parameter, samples, first, from + partition);
      }
    }
  }

  private static void readEscaped(BitReader bits, long[] samples, int from, int to)
      throws IOException {
    int width = (int) bits.read(ESCAPED_BITS);
    if (width == 0) {
      Arrays.fill(samples, from, to, 0);
      return;
    }
    for (int i = from; i < to; i++) {
      samples[i] = bits.readSigned(width);
    }
  }

  private static void readRice(BitReader bits, int parameter, long[] samples, int from, int to)
      throws IOException {
    for (int i = from; i < to; i++) {
      long folded = (long) bits.readUnary() << parameter | bits.read(parameter);
      samples[i] = folded >>> 1 ^ -(folded & 1);
    }
  }
}
