package io.perceiver.image.webp;

import java.io.IOException;
import java.util.Arrays;

/** The squares of 16 × 16 pixels that a frame consists of: modes, residuals and edges. */
final class Macroblocks {
  private static final int SIDE = 16;
  private static final int BLOCKS = 24;
  private static final int[] MODE_TREE = {
    0, 2, -1, 4, -2, 6, 8, 12, -3, 10, -5, -6, -4, 14, -7, 16, -8, -9
  };
  // the subblock mode that stands for each mode of a whole macroblock
  private static final int[] STAND_IN = {
    SubblockPrediction.DC,
    SubblockPrediction.VERTICAL,
    SubblockPrediction.HORIZONTAL,
    SubblockPrediction.TRUE_MOTION
  };

  private final Vp8Header header;
  private final BoolDecoder modes;
  private final BoolDecoder[] tokens;
  private final int rows;
  private final int columns;
  private final Plane luma;
  private final Plane[] chroma;
  private final byte[] levels;
  private final boolean[] inner;
  private final int[] modesAbove;
  private final int[] modesLeft = new int[4];
  // whether blocks have coefficients: luma 4, chroma 2 + 2, second order 1
  private final byte[] above;
  private final byte[] left = new byte[9];
  private final int[] blockModes = new int[16];
  private final short[] residuals = new short[BLOCKS * 16];
  private final short[] second = new short[16];
  private final int[][] steps = new int[4][];
  private final SubblockPrediction subblocks = new SubblockPrediction();

  Macroblocks(Vp8Header header, BoolDecoder modes, BoolDecoder[] tokens, int rows, int columns) {
    this.header = header;
    this.modes = modes;
    this.tokens = tokens;
    this.rows = rows;
    this.columns = columns;
    this.luma = new Plane(columns * SIDE, rows * SIDE);
    this.chroma =
        new Plane[] {
          new Plane(columns * SIDE / 2, rows * SIDE / 2),
          new Plane(columns * SIDE / 2, rows * SIDE / 2)
        };
    this.levels = new byte[rows * columns];
    this.inner = new boolean[rows * columns];
    this.modesAbove = new int[4 * columns];
    this.above = new byte[9 * columns];
    for (int segment = 0; segment < steps.length; segment++) {
      steps[segment] = header.steps(segment);
    }
  }

  /** Decodes all, row by row. */
  void decode() throws IOException {
    for (int row = 0; row < rows; row++) {
      Arrays.fill(modesLeft, SubblockPrediction.DC);
      Arrays.fill(left, (byte) 0);
      BoolDecoder bits = tokens[row % tokens.length];
      for (int column = 0; column < columns; column++) {
        decode(bits, row, column);
        if (modes.isExhausted() || bits.isExhausted()) {
          throw new IOException(
              "cut short: VP8's data end at macroblock "
                  + (row * columns + column)
                  + " of "
                  + rows * columns);
        }
      }
    }
  }

  private void decode(BoolDecoder bits, int row, int column) {
    int segment = 0;
    if (header.segmentMap) {
      int[] p = header.segmentProbabilities;
      segment = modes.bit(p[0]) == 0 ? modes.bit(p[1]) : 2 + modes.bit(p[2]);
    }
    boolean skipped = header.skips && modes.bit(header.skipProbability) != 0;
    boolean whole = modes.bit(145) != 0;
    int mode = whole ? wholeMode(column) : subblockModes(column);
    int chromaMode = chromaMode();
    boolean empty = true;
    if (skipped) {
      clearContexts(column, whole);
    } else {
      Arrays.fill(residuals, (short) 0);
      empty = !readResiduals(bits, column, whole, steps[segment]);
    }
    int block = row * columns + column;
    levels[block] = (byte) header.filterLevel(segment, !whole);
    inner[block] = !whole || !empty;
    predict(row, column, whole, mode, chromaMode, !empty);
  }

  private int wholeMode(int column) {
    int mode =
        modes.bit(156) != 0
            ? modes.bit(128) != 0 ? Prediction.TRUE_MOTION : Prediction.HORIZONTAL
            : modes.bit(163) != 0 ? Prediction.VERTICAL : Prediction.DC;
    Arrays.fill(modesLeft, STAND_IN[mode]);
    Arrays.fill(modesAbove, 4 * column, 4 * column + 4, STAND_IN[mode]);
    return mode;
  }

  private int subblockModes(int column) {
    for (int i = 0; i < 16; i++) {
      int over = 4 * column + i % 4;
      int p = (modesAbove[over] * 10 + modesLeft[i / 4]) * 9;
      int node = 0;
      do {
        node = MODE_TREE[node + modes.bit(Vp8Tables.MODES[p + node / 2])];
      } while (node > 0);
      blockModes[i] = -node;
      modesAbove[over] = -node;
      modesLeft[i / 4] = -node;
    }
    return 0;
  }

  private int chromaMode() {
    if (modes.bit(142) == 0) {
      return Prediction.DC;
    }
    if (modes.bit(114) == 0) {
      return Prediction.VERTICAL;
    }
    return modes.bit(183) != 0 ? Prediction.TRUE_MOTION : Prediction.HORIZONTAL;
  }

  private void clearContexts(int column, boolean whole) {
    int kept = whole ? 9 : 8;
    Arrays.fill(above, 9 * column, 9 * column + kept, (byte) 0);
    Arrays.fill(left, 0, kept, (byte) 0);
  }

  /** Whether anything but zeros was read. */
  private boolean readResiduals(BoolDecoder bits, int column, boolean whole, int[] step) {
    int[] p = header.coefficients;
    int over = 9 * column;
    boolean any = false;
    int first = 0;
    if (whole) {
      Arrays.fill(second, (short) 0);
      int n = Coefficients.read(bits, p, 1, above[over + 8] + left[8], 0, step, 2, second, 0);
      above[over + 8] = left[8] = (byte) (n > 0 ? 1 : 0);
      Transform.secondOrder(second, residuals);
      first = 1;
    }
    for (int i = 0; i < 16; i++) {
      int x = over + i % 4;
      int y = i / 4;
      int n =
          Coefficients.read(
              bits, p, whole ? 0 : 3, above[x] + left[y], first, step, 0, residuals, 16 * i);
      above[x] = left[y] = (byte) (n > first ? 1 : 0);
      any |= n > 1 || residuals[16 * i] != 0;
    }
    for (int i = 0; i < 8; i++) {
      int x = over + 4 + i / 4 * 2 + i % 2;
      int y = 4 + i / 4 * 2 + i % 4 / 2;
      int n =
          Coefficients.read(bits, p, 2, above[x] + left[y], 0, step, 4, residuals, 16 * (16 + i));
      above[x] = left[y] = (byte) (n > 0 ? 1 : 0);
      any |= n > 1 || residuals[16 * (16 + i)] != 0;
    }
    return any;
  }

  private void predict(
      int row, int column, boolean whole, int mode, int chromaMode, boolean residual) {
    int at = luma.at(row * SIDE, column * SIDE);
    if (whole) {
      Prediction.fill(luma, at, SIDE, mode, row > 0, column > 0);
    } else if (row > 0 && column == columns - 1) {
      // there is nothing further right; libwebp repeats the last sample
      Arrays.fill(
          luma.samples,
          at - luma.stride + SIDE,
          at - luma.stride + SIDE + 4,
          luma.samples[at - luma.stride + SIDE - 1]);
    }
    for (int i = 0; i < 16; i++) {
      int block = at + i / 4 * 4 * luma.stride + i % 4 * 4;
      if (!whole) {
        boolean last = i % 4 == 3;
        int right = last ? at - luma.stride + SIDE : block - luma.stride + 4;
        subblocks.fill(luma, block, right, blockModes[i]);
      }
      if (residual) {
        Transform.add(residuals, 16 * i, luma, block);
      }
    }
    for (int plane = 0; plane < 2; plane++) {
      int start = chroma[plane].at(row * SIDE / 2, column * SIDE / 2);
      Prediction.fill(chroma[plane], start, SIDE / 2, chromaMode, row > 0, column > 0);
      for (int i = 0; residual && i < 4; i++) {
        int block = start + i / 2 * 4 * chroma[plane].stride + i % 2 * 4;
        Transform.add(residuals, 16 * (16 + 4 * plane + i), chroma[plane], block);
      }
    }
  }

  /** Smooths the edges of all, which prediction must not see. */
  void filter() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int block = row * columns + column;
        if (levels[block] > 0) {
          filter(luma, SIDE, row, column);
          if (!header.simpleFilter) {
            filter(chroma[0], SIDE / 2, row, column);
            filter(chroma[1], SIDE / 2, row, column);
          }
        }
      }
    }
  }

  private void filter(Plane plane, int side, int row, int column) {
    int block = row * columns + column;
    LoopFilter filter = new LoopFilter(plane, levels[block], header.sharpness);
    int at = plane.at(row * side, column * side);
    for (int x = column > 0 ? 0 : 4; x < (inner[block] ? side : 4); x += 4) {
      edge(filter, at + x, 1, plane.stride, side, x == 0);
    }
    for (int y = row > 0 ? 0 : 4; y < (inner[block] ? side : 4); y += 4) {
      edge(filter, at + y * plane.stride, plane.stride, 1, side, y == 0);
    }
  }

  private void edge(LoopFilter filter, int at, int across, int along, int length, boolean outer) {
    if (header.simpleFilter) {
      filter.simpleEdge(at, across, along, length, outer);
    } else {
      filter.edge(at, across, along, length, outer);
    }
  }

  /** Red, green and blue of the frame's visible part. */
  byte[] colours(int height, int width) {
    return new Upsampling(luma, chroma[0], chroma[1]).colours(height, width);
  }
}
