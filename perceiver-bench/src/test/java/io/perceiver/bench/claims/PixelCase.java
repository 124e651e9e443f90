package io.perceiver.bench.claims;

import io.perceiver.api.ByteArraySpec;
import java.util.Random;

/** Pictures of 8 × 8 grey pixels: bright in the left half or in the right. */
final class PixelCase {
  static final int SIDE = 8;
  private static final int ELEMENTS = SIDE * SIDE;

  private PixelCase() {}

  /** As many to learn from, to choose by and to report on. */
  static PixelSplits halves(int count) {
    ByteArraySpec spec = ByteArraySpec.grid(1, "grey level", SIDE, SIDE);
    return new PixelSplits(
        "halves",
        spec,
        pictures(spec, count, 1),
        pictures(spec, count, 2),
        pictures(spec, count, 3));
  }

  private static Pictures pictures(ByteArraySpec spec, int count, long seed) {
    Random random = new Random(seed);
    float[] pixels = new float[count * ELEMENTS];
    int[] labels = new int[count];
    for (int example = 0; example < count; example++) {
      labels[example] = example % 2;
      for (int i = 0; i < ELEMENTS; i++) {
        boolean left = i % SIDE < SIDE / 2;
        double level = left == (labels[example] == 0) ? 0.7 : -0.7;
        pixels[example * ELEMENTS + i] = (float) (level + 0.3 * random.nextGaussian());
      }
    }
    return new Pictures(pixels, labels, 1, 2, spec.sharedPositions().orElseThrow());
  }
}
