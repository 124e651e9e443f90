package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.TargetArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The probabilities and true labels of all examples so far, (sample, label). One thread's. */
final class LabelScores {
  private final List<float[]> probabilities = new ArrayList<>();
  private final List<float[]> truth = new ArrayList<>();

  /**
   * Adds a batch.
   *
   * @param output (batch, label), before the sigmoid
   */
  void add(NDArray output, TargetArray target) {
    float[] weights = target.weights().toFloatArray();
    float[] said = output.toFloatArray();
    float[] wanted = target.values().toFloatArray();
    int labels = said.length / weights.length;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        float[] row = Arrays.copyOfRange(said, i * labels, (i + 1) * labels);
        for (int label = 0; label < labels; label++) {
          row[label] = (float) (1 / (1 + Math.exp(-row[label])));
        }
        probabilities.add(row);
        truth.add(Arrays.copyOfRange(wanted, i * labels, (i + 1) * labels));
      }
    }
  }

  int samples() {
    return truth.size();
  }

  int labels() {
    return truth.isEmpty() ? 0 : truth.get(0).length;
  }

  float probability(int sample, int label) {
    return probabilities.get(sample)[label];
  }

  boolean holds(int sample, int label) {
    return truth.get(sample)[label] > 0;
  }

  /** The samples, the one with the largest probability of a label first. */
  int[] ranked(int label) {
    Integer[] order = new Integer[samples()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Float.compare(probability(b, label), probability(a, label)));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
