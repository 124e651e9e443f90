package io.perceiver.image.webp;

import java.io.IOException;

/** What the first partition of a key frame says before the macroblocks (RFC 6386, §9). */
final class Vp8Header {
  private static final int SEGMENTS = 4;
  private static final int LARGEST_STEP = 127;
  private static final int LARGEST_CHROMA_DC = 117;

  final boolean segmented;
  boolean segmentMap;
  private boolean absolute;
  private final int[] segmentQuantizers = new int[SEGMENTS];
  private final int[] segmentLevels = new int[SEGMENTS];
  final int[] segmentProbabilities = {255, 255, 255};
  final boolean simpleFilter;
  private final int level;
  final int sharpness;
  private final boolean deltas;
  private int keyFrameDelta;
  private int subblockDelta;
  final int partitionBits;
  private final int[] quantizer = new int[6];
  final int[] coefficients = Vp8Tables.COEFFICIENTS.clone();
  final boolean skips;
  final int skipProbability;

  Vp8Header(BoolDecoder bits) throws IOException {
    // colour space, and whether clamping is needed; all decoders clamp
    bits.number(2);
    segmented = bits.flag();
    if (segmented) {
      readSegments(bits);
    }
    simpleFilter = bits.flag();
    level = bits.number(6);
    sharpness = bits.number(3);
    deltas = bits.flag();
    if (deltas && bits.flag()) {
      readDeltas(bits);
    }
    partitionBits = bits.number(2);
    quantizer[0] = bits.number(7);
    for (int i = 1; i < quantizer.length; i++) {
      quantizer[i] = bits.optional(4);
    }
    // whether probabilities are kept for the next frame; there is none
    bits.flag();
    for (int i = 0; i < coefficients.length; i++) {
      if (bits.bit(Vp8Tables.UPDATES[i]) != 0) {
        coefficients[i] = bits.number(8);
      }
    }
    skips = bits.flag();
    skipProbability = skips ? bits.number(8) : 0;
    if (bits.isExhausted()) {
      throw new IOException("cut short: VP8's first partition ends within its header");
    }
  }

  private void readSegments(BoolDecoder bits) {
    segmentMap = bits.flag();
    if (bits.flag()) {
      absolute = bits.flag();
      for (int i = 0; i < SEGMENTS; i++) {
        segmentQuantizers[i] = bits.optional(7);
      }
      for (int i = 0; i < SEGMENTS; i++) {
        segmentLevels[i] = bits.optional(6);
      }
    }
    if (segmentMap) {
      for (int i = 0; i < segmentProbabilities.length; i++) {
        segmentProbabilities[i] = bits.flag() ? bits.number(8) : 255;
      }
    }
  }

  /** Changes of filter levels, of which a key frame uses the first of each kind. */
  private void readDeltas(BoolDecoder bits) {
    for (int i = 0; i < 4; i++) {
      int delta = bits.optional(6);
      keyFrameDelta = i == 0 ? delta : keyFrameDelta;
    }
    for (int i = 0; i < 4; i++) {
      int delta = bits.optional(6);
      subblockDelta = i == 0 ? delta : subblockDelta;
    }
  }

  /** Steps of a segment: DC and AC of luma, of luma's second order, and of chroma. */
  int[] steps(int segment) {
    int base = quantizer[0];
    if (segmented) {
      base = absolute ? segmentQuantizers[segment] : base + segmentQuantizers[segment];
    }
    return new int[] {
      Vp8Tables.DC_STEPS[clamped(base + quantizer[1], LARGEST_STEP)],
      Vp8Tables.AC_STEPS[clamped(base, LARGEST_STEP)],
      Vp8Tables.DC_STEPS[clamped(base + quantizer[2], LARGEST_STEP)] * 2,
      Math.max(8, Vp8Tables.AC_STEPS[clamped(base + quantizer[3], LARGEST_STEP)] * 155 / 100),
      Vp8Tables.DC_STEPS[clamped(base + quantizer[4], LARGEST_CHROMA_DC)],
      Vp8Tables.AC_STEPS[clamped(base + quantizer[5], LARGEST_STEP)]
    };
  }

  /** Strength of the loop filter, 0 for none. */
  int filterLevel(int segment, boolean subblocks) {
    if (level == 0) {
      return 0;
    }
    int base = level;
    if (segmented) {
      base = absolute ? segmentLevels[segment] : base + segmentLevels[segment];
    }
    if (deltas) {
      base += keyFrameDelta + (subblocks ? subblockDelta : 0);
    }
    return clamped(base, 63);
  }

  private static int clamped(int value, int largest) {
    return Math.max(0, Math.min(largest, value));
  }
}
