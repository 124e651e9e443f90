package io.perceiver.image.webp;

/** The inverse transforms (RFC 6386, §14), in libwebp's order of additions. */
final class Transform {
  private static final int COS = 20091 + (1 << 16);
  private static final int SIN = 35468;

  private Transform() {}

  /** Spreads the second order over the DC coefficients of 16 blocks. */
  static void secondOrder(short[] in, short[] out) {
    int[] sums = new int[16];
    for (int i = 0; i < 4; i++) {
      int a0 = in[i] + in[12 + i];
      int a1 = in[4 + i] + in[8 + i];
      int a2 = in[4 + i] - in[8 + i];
      int a3 = in[i] - in[12 + i];
      sums[i] = a0 + a1;
      sums[8 + i] = a0 - a1;
      sums[4 + i] = a3 + a2;
      sums[12 + i] = a3 - a2;
    }
    for (int i = 0; i < 4; i++) {
      int dc = sums[4 * i] + 3;
      int a0 = dc + sums[4 * i + 3];
      int a1 = sums[4 * i + 1] + sums[4 * i + 2];
      int a2 = sums[4 * i + 1] - sums[4 * i + 2];
      int a3 = dc - sums[4 * i + 3];
      out[64 * i] = (short) ((a0 + a1) >> 3);
      out[64 * i + 16] = (short) ((a3 + a2) >> 3);
      out[64 * i + 32] = (short) ((a0 - a1) >> 3);
      out[64 * i + 48] = (short) ((a3 - a2) >> 3);
    }
  }

  /** Adds a block's residual to its prediction. */
  static void add(short[] in, int from, Plane plane, int at) {
    int[] sums = new int[16];
    for (int i = 0; i < 4; i++) {
      int a = in[from + i] + in[from + 8 + i];
      int b = in[from + i] - in[from + 8 + i];
      int c = times(in[from + 4 + i], SIN) - times(in[from + 12 + i], COS);
      int d = times(in[from + 4 + i], COS) + times(in[from + 12 + i], SIN);
      sums[4 * i] = a + d;
      sums[4 * i + 1] = b + c;
      sums[4 * i + 2] = b - c;
      sums[4 * i + 3] = a - d;
    }
    for (int i = 0; i < 4; i++) {
      int dc = sums[i] + 4;
      int a = dc + sums[8 + i];
      int b = dc - sums[8 + i];
      int c = times(sums[4 + i], SIN) - times(sums[12 + i], COS);
      int d = times(sums[4 + i], COS) + times(sums[12 + i], SIN);
      int row = at + i * plane.stride;
      plane.put(row, plane.get(row) + ((a + d) >> 3));
      plane.put(row + 1, plane.get(row + 1) + ((b + c) >> 3));
      plane.put(row + 2, plane.get(row + 2) + ((b - c) >> 3));
      plane.put(row + 3, plane.get(row + 3) + ((a - d) >> 3));
    }
  }

  private static int times(int value, int factor) {
    return (value * factor) >> 16;
  }
}
