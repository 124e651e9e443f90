package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.util.List;
import java.util.Optional;

/**
 * The stored samples that stand for black and white.
 *
 * @param ends both, or nothing for those of the kind of samples
 */
record Range(Optional<List<Double>> ends) {
  private static final List<Double> UNIT = List.of(0.0, 1.0);

  /** The configured range; an empty list for none. */
  static Range of(List<Double> range) {
    return new Range(range.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(range)));
  }

  /** Returns an image of whole numbers on the scale of the range, if one is given. */
  Raster apply(String name, Raster image) throws UnreadableExampleException {
    if (ends.isEmpty()) {
      return image;
    }
    double[] samples = new double[image.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = image.value(i);
    }
    return scaled(name, image.height(), image.width(), image.channels(), samples);
  }

  /** Returns an image of float samples, which without a range must lie between 0 and 1. */
  Raster scaled(String name, int height, int width, int channels, double[] samples)
      throws UnreadableExampleException {
    double low = ends.orElse(UNIT).get(0);
    double high = ends.orElse(UNIT).get(1);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    float[] scaled = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      if (Double.isNaN(samples[i])) {
        throw new UnreadableExampleException(
            name, "sample " + i + " is not a number (NaN); replace such samples before training");
      }
      least = Math.min(least, samples[i]);
      most = Math.max(most, samples[i]);
      scaled[i] = (float) ((samples[i] - low) / (high - low));
    }
    if (least < low || most > high) {
      throw new UnreadableExampleException(name, beyond(least, most, low, high));
    }
    return Raster.ofFloats(height, width, channels, scaled);
  }

  /** Refuses whole numbers that no file format gives a meaning, unless a range does. */
  void require(String name, String kind, double[] samples) throws UnreadableExampleException {
    if (ends.isEmpty()) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double sample : samples) {
        least = Math.min(least, sample);
        most = Math.max(most, sample);
      }
      throw new UnreadableExampleException(
          name,
          "its "
              + kind
              + " samples go from "
              + shown(least)
              + " to "
              + shown(most)
              + "; say which stand for black and white, such as range: ["
              + shown(least)
              + ", "
              + shown(most)
              + "]");
    }
  }

  private String beyond(double least, double most, double low, double high) {
    return "its samples go from "
        + shown(least)
        + " to "
        + shown(most)
        + ", beyond the range of "
        + shown(low)
        + " to "
        + shown(high)
        + (ends.isEmpty() ? " of float samples" : " that is set")
        + "; set range: [low, high] to the samples that stand for black and white";
  }

  private static String shown(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Float.toString((float) number);
  }
}
