package io.perceiver.testkit;

import io.perceiver.api.ByteArraySpec;
import java.util.Optional;

/** Where the elements lie whose content is highest. */
final class Mark {
  private static final double LEAST_CONTRAST = 1e-3;

  private Mark() {}

  /** Returns the centre of the mark, by axis; empty if nothing stands out. */
  static Optional<double[]> of(Tokens tokens, ByteArraySpec spec) {
    double[] heights = heights(tokens, spec.channels());
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (double height : heights) {
      least = Math.min(least, height);
      most = Math.max(most, height);
    }
    return most - least < LEAST_CONTRAST
        ? Optional.empty()
        : Optional.of(centre(tokens.located(spec), heights, (least + most) / 2, spec.axes()));
  }

  private static double[] heights(Tokens tokens, int channels) {
    double[] heights = new double[tokens.elements()];
    for (int i = 0; i < tokens.content().length; i++) {
      heights[i / channels] += tokens.content()[i];
    }
    return heights;
  }

  private static double[] centre(Tokens tokens, double[] heights, double above, int axes) {
    double[] centre = new double[axes];
    int marked = 0;
    for (int element = 0; element < heights.length; element++) {
      if (heights[element] > above) {
        marked++;
        for (int axis = 0; axis < axes; axis++) {
          centre[axis] += tokens.positions()[element * axes + axis];
        }
      }
    }
    for (int axis = 0; axis < axes; axis++) {
      centre[axis] /= marked;
    }
    return centre;
  }
}
