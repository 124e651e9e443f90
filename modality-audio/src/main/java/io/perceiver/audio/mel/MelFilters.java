package io.perceiver.audio.mel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Triangles over the bins of a spectrum, one a band: each rises from the middle of the band below
 * to 1 at its own and falls to 0 at the middle of the band above, straight in Hz. The middles lie
 * evenly on a {@link MelScale}. With areas normalised, each is scaled to an area of 1 over Hz, as
 * Slaney has them. Immutable; only weights above 0 are stored.
 */
final class MelFilters {
  private final List<Triangle> triangles;

  /** The bins a triangle covers. */
  private record Triangle(int first, float[] weights) {}

  private MelFilters(List<Triangle> triangles) {
    this.triangles = triangles;
  }

  /**
   * Filters over a spectrum.
   *
   * @param scale on which their middles lie evenly
   * @param area whether their areas are made 1, instead of their heights
   * @param bands number of triangles
   * @param minHz where the first one begins
   * @param maxHz where the last one ends
   * @param binHz distance of two bins
   * @param bins number of bins, the first at 0 Hz
   */
  static MelFilters of(
      MelScale scale, boolean area, int bands, double minHz, double maxHz, double binHz, int bins) {
    double[] corners = scale.spaced(minHz, maxHz, bands + 2);
    List<Triangle> triangles = new ArrayList<>();
    for (int band = 0; band < bands; band++) {
      double height = area ? 2 / (corners[band + 2] - corners[band]) : 1;
      triangles.add(
          triangle(corners[band], corners[band + 1], corners[band + 2], height, binHz, bins));
    }
    return new MelFilters(triangles);
  }

  private static Triangle triangle(
      double low, double middle, double high, double height, double binHz, int bins) {
    int first = Math.min(bins, (int) Math.floor(low / binHz) + 1);
    int end = Math.min(bins, Math.max(first, (int) Math.ceil(high / binHz)));
    float[] weights = new float[end - first];
    for (int i = 0; i < weights.length; i++) {
      double hz = (first + i) * binHz;
      weights[i] =
          (float)
              (height
                  * (hz <= middle ? (hz - low) / (middle - low) : (high - hz) / (high - middle)));
    }
    return new Triangle(first, weights);
  }

  int bands() {
    return triangles.size();
  }

  /** Number of bands without a bin: a spectrum so coarse tells nothing of them. */
  int emptyBands() {
    return (int) triangles.stream().filter(triangle -> triangle.weights.length == 0).count();
  }

  /**
   * The power in a band.
   *
   * @param power (bin, frame)
   * @param inBand (frame), receives it
   * @param count frames
   */
  void apply(int band, double[][] power, double[] inBand, int count) {
    Triangle triangle = triangles.get(band);
    float[] weights = triangle.weights;
    Arrays.fill(inBand, 0, count, 0);
    for (int i = 0; i < weights.length; i++) {
      Rows.add(inBand, power[triangle.first + i], weights[i], count);
    }
  }
}
