package io.perceiver.image.raster;

/** How an image is resized: the weight of a source sample by its distance from the output. */
public enum Filter {
  /**
   * A triangle: bilinear interpolation when enlarging, and when shrinking a mean of all covered
   * pixels.
   */
  BILINEAR(1) {
    @Override
    double weight(double distance) {
      return Math.max(0, 1 - Math.abs(distance));
    }
  },

  /**
   * Catmull and Rom's cubic (a = -0.5), sharper than bilinear; it is widened when shrinking, so
   * that it covers all pixels. Published ImageNet recipes use it.
   */
  BICUBIC(2) {
    @Override
    double weight(double distance) {
      double x = Math.abs(distance);
      if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
      }
      return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
  },

  /** The pixel whose centre is nearest; what indices always use. */
  NEAREST(0) {
    @Override
    double weight(double distance) {
      return 1;
    }
  };

  private final int radius;

  Filter(int radius) {
    this.radius = radius;
  }

  /** Distance beyond which all weights are 0, in source samples when enlarging. */
  int radius() {
    return radius;
  }

  abstract double weight(double distance);
}
