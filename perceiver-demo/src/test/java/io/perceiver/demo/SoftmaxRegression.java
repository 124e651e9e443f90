package io.perceiver.demo;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Mean cross-entropy of multinomial logistic regression plus decay / 2 × |weights|², its gradient
 * and its accuracy. Weights are (class, feature), the last feature being the constant 1, which is
 * not decayed.
 */
final class SoftmaxRegression {
  private static final int BLOCK = 250; // examples worked on at once, to stay within the cache

  private final int classes;
  private final int features; // without the constant
  private final double decay;
  private final Examples data;
  private final float[][] transposed; // (block, feature × example of the block)

  SoftmaxRegression(Examples data, int classes, double decay) {
    this.data = data;
    this.classes = classes;
    this.features = data.values()[0].length;
    this.decay = decay;
    this.transposed =
        IntStream.range(0, (data.size() + BLOCK - 1) / BLOCK)
            .mapToObj(this::transpose)
            .toArray(float[][]::new);
  }

  /** How many weights there are. */
  int dimensions() {
    return classes * (features + 1);
  }

  /** The loss at some weights; its gradient is written into the second array. */
  double lossAndGradient(double[] weights, double[] gradient) {
    Part[] parts =
        IntStream.range(0, transposed.length)
            .parallel()
            .mapToObj(block -> part(block, weights))
            .toArray(Part[]::new);
    double loss = 0;
    for (int i = 0; i < weights.length; i++) {
      double decayed = i % (features + 1) == features ? 0 : decay * weights[i];
      gradient[i] = decayed;
      loss += decayed * weights[i] / 2;
    }
    for (Part part : parts) { // in the blocks' order, so that the sum does not depend on threads
      loss += part.loss / data.size();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part.gradient[i] / data.size();
      }
    }
    return loss;
  }

  /** Share of this data's labels that some weights get right. */
  double accuracy(double[] weights) {
    int right = 0;
    for (int block = 0; block < transposed.length; block++) {
      float[] logits = logits(block, weights);
      for (int i = 0; i < count(block); i++) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
          best = logits[k * BLOCK + i] > logits[best * BLOCK + i] ? k : best;
        }
        right += best == data.labels()[block * BLOCK + i] ? 1 : 0;
      }
    }
    return (double) right / data.size();
  }

  private record Part(double loss, float[] gradient) {}

  private Part part(int block, double[] weights) {
    float[] logits = logits(block, weights);
    float[] gradient = new float[weights.length];
    double loss = 0;
    for (int i = 0; i < count(block); i++) {
      int label = data.labels()[block * BLOCK + i];
      float[] example = data.values()[block * BLOCK + i];
      double[] chances = softmax(logits, i);
      loss -= Math.log(Math.max(chances[label], Double.MIN_NORMAL));
      chances[label] -= 1;
      for (int k = 0; k < classes; k++) {
        addScaled((float) chances[k], example, gradient, k * (features + 1));
        gradient[k * (features + 1) + features] += (float) chances[k];
      }
    }
    return new Part(loss, gradient);
  }

  private double[] softmax(float[] logits, int example) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      largest = Math.max(largest, logits[k * BLOCK + example]);
    }
    double[] chances = new double[classes];
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      chances[k] = Math.exp(logits[k * BLOCK + example] - largest);
      sum += chances[k];
    }
    for (int k = 0; k < classes; k++) {
      chances[k] /= sum;
    }
    return chances;
  }

  /** (class, example of the block). */
  private float[] logits(int block, double[] weights) {
    float[] logits = new float[classes * BLOCK];
    for (int k = 0; k < classes; k++) {
      Arrays.fill(
          logits, k * BLOCK, (k + 1) * BLOCK, (float) weights[k * (features + 1) + features]);
    }
    float[] row = new float[BLOCK];
    for (int j = 0; j < features; j++) {
      System.arraycopy(transposed[block], j * BLOCK, row, 0, BLOCK);
      for (int k = 0; k < classes; k++) {
        addScaled((float) weights[k * (features + 1) + j], row, logits, k * BLOCK);
      }
    }
    return logits;
  }

  /**
   * sum[at + i] += factor × values[i]: the one loop where the time goes, so the JIT vectorises it.
   */
  private static void addScaled(float factor, float[] values, float[] sum, int at) {
    for (int i = 0; i < values.length; i++) {
      sum[at + i] += factor * values[i];
    }
  }

  private float[] transpose(int block) {
    float[] turned = new float[features * BLOCK];
    for (int i = 0; i < count(block); i++) {
      for (int j = 0; j < features; j++) {
        turned[j * BLOCK + i] = data.values()[block * BLOCK + i][j];
      }
    }
    return turned;
  }

  private int count(int block) {
    return Math.min(BLOCK, data.size() - block * BLOCK);
  }
}
