package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Numbers of mean 0 and standard deviation 1 in place of those of the data.
 *
 * @param means by number
 * @param deviations by number, above 0
 */
record Standardisation(List<Double> means, List<Double> deviations) {

  /** Creates one. */
  static Standardisation of(List<Double> means, List<Double> deviations) {
    return new Standardisation(List.copyOf(means), List.copyOf(deviations));
  }

  /** (batch, number) of the data → standardised; owned by the manager of the numbers. */
  NDArray applied(NDArray numbers) {
    NDArray mean = numbers.getManager().create(floats(means));
    NDArray deviation = numbers.getManager().create(floats(deviations));
    return numbers.sub(mean).div(deviation);
  }

  /** Returns a standardised number in the units of the data. */
  double restored(float value, int number) {
    return value * deviations.get(number) + means.get(number);
  }

  private static float[] floats(List<Double> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue();
    }
    return floats;
  }
}
