package io.perceiver.image.webp;

/** The tokens of a block's coefficients (RFC 6386, §13). */
final class Coefficients {
  private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
  private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
  private static final int[][] EXTRA = {
    {173, 148, 140},
    {176, 155, 140, 135},
    {180, 157, 141, 134, 130},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
  };
  private static final int CONTEXT = 11;
  private static final int BAND = 3 * CONTEXT;
  private static final int TYPE = 8 * BAND;
  private static final int COUNT = 16;

  private Coefficients() {}

  /**
   * Reads one block.
   *
   * @param probabilities of the frame
   * @param type 0 for luma after a second order, 1 for that, 2 for chroma, 3 for luma alone
   * @param context how many neighbouring blocks, above and to the left, have coefficients
   * @param first the first coefficient that is sent, 0 or 1
   * @param steps of DC and AC, at the place of the former
   * @param out takes the block's 16 numbers, which must be 0
   * @return one past the last coefficient
   */
  static int read(
      BoolDecoder bits,
      int[] probabilities,
      int type,
      int context,
      int first,
      int[] steps,
      int step,
      short[] out,
      int at) {
    int start = type * TYPE;
    int n = first;
    int p = start + BANDS[n] * BAND + context * CONTEXT;
    while (n < COUNT) {
      if (bits.bit(probabilities[p]) == 0) {
        return n;
      }
      while (bits.bit(probabilities[p + 1]) == 0) {
        p = start + BANDS[++n] * BAND;
        if (n == COUNT) {
          return COUNT;
        }
      }
      int value = 1;
      int next = 1;
      if (bits.bit(probabilities[p + 2]) != 0) {
        value = large(bits, probabilities, p);
        next = 2;
      }
      int signed = bits.flag() ? -value : value;
      out[at + ZIGZAG[n]] = (short) (signed * steps[n > 0 ? step + 1 : step]);
      n++;
      p = start + BANDS[n] * BAND + next * CONTEXT;
    }
    return COUNT;
  }

  private static int large(BoolDecoder bits, int[] probabilities, int p) {
    if (bits.bit(probabilities[p + 3]) == 0) {
      return bits.bit(probabilities[p + 4]) == 0 ? 2 : 3 + bits.bit(probabilities[p + 5]);
    }
    if (bits.bit(probabilities[p + 6]) == 0) {
      if (bits.bit(probabilities[p + 7]) == 0) {
        return 5 + bits.bit(159);
      }
      int high = 2 * bits.bit(165);
      return 7 + high + bits.bit(145);
    }
    int high = bits.bit(probabilities[p + 8]);
    int category = 2 * high + bits.bit(probabilities[p + 9 + high]);
    int value = 0;
    for (int probability : EXTRA[category]) {
      value = 2 * value + bits.bit(probability);
    }
    return value + 3 + (8 << category);
  }
}
