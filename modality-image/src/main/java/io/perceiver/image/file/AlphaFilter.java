package io.perceiver.image.file;

/** The prediction that WebP's alpha planes are stored as differences from. */
final class AlphaFilter {
  private static final int NONE = 0;
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;

  private AlphaFilter() {}

  /** Adds the prediction back, in place. */
  static void undo(int filter, byte[] alpha, int height, int width) {
    for (int i = 0; i < height * width && filter != NONE; i++) {
      alpha[i] += (byte) predicted(filter, alpha, i, width);
    }
  }

  private static int predicted(int filter, byte[] alpha, int at, int width) {
    boolean firstRow = at < width;
    boolean firstColumn = at % width == 0;
    if (firstRow || firstColumn) {
      // the corner has no neighbours, an edge only one
      return at == 0 ? 0 : alpha[firstRow ? at - 1 : at - width];
    }
    int left = alpha[at - 1] & 0xff;
    int above = alpha[at - width] & 0xff;
    if (filter == HORIZONTAL) {
      return left;
    }
    return filter == VERTICAL
        ? above
        : Math.max(0, Math.min(255, left + above - (alpha[at - width - 1] & 0xff)));
  }
}
