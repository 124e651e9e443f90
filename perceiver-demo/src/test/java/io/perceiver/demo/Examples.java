package io.perceiver.demo;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Labelled examples of one sense in memory.
 *
 * @param values (example, feature)
 * @param labels the impression of each, by its place among its sense's
 */
@SuppressWarnings("ArrayRecordComponent") // large, never compared
record Examples(float[][] values, int[] labels) {
  /** Makes the features of one example. */
  @FunctionalInterface
  interface Maker {
    float[] make(Kind kind, Random random);
  }

  /** The first examples of a split, as one sense has them. */
  static Examples draw(Sense sense, Maker maker, Split split, int count) {
    Draws draws = new Draws(1);
    KindOrder order = new KindOrder(draws);
    float[][] values =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i -> maker.make(order.kind(split, i), draws.of(sense.label(), split, i)))
            .toArray(float[][]::new);
    int[] labels =
        IntStream.range(0, count)
            .map(i -> sense.impression(order.kind(split, i)).ordinal())
            .toArray();
    return new Examples(values, labels);
  }

  /** Pictures, channels 0 to 255. */
  static Examples pictures(ImageDifficulty difficulty, Split split, int count) {
    ImageRenderer renderer = new ImageRenderer(difficulty);
    Maker maker =
        (kind, random) -> {
          Scene scene = Scene.draw(kind.silhouette(), difficulty, random);
          return floats(renderer.pixels(scene, random));
        };
    return draw(Sense.IMAGE, maker, split, count);
  }

  private static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      floats[i] = Byte.toUnsignedInt(bytes[i]);
    }
    return floats;
  }

  /**
   * These examples with each feature shifted and scaled as makes the others' mean 0, variance 1.
   */
  Examples standardisedBy(Examples others) {
    int features = values[0].length;
    double[] sums = new double[features];
    double[] squares = new double[features];
    for (float[] example : others.values) {
      for (int j = 0; j < features; j++) {
        sums[j] += example[j];
        squares[j] += (double) example[j] * example[j];
      }
    }
    float[][] scaled = new float[values.length][features];
    for (int j = 0; j < features; j++) {
      sums[j] /= others.size();
      squares[j] = Math.sqrt(squares[j] / others.size() - sums[j] * sums[j]);
    }
    for (int i = 0; i < scaled.length; i++) {
      for (int j = 0; j < features; j++) {
        scaled[i][j] = (float) ((values[i][j] - sums[j]) / squares[j]);
      }
    }
    return new Examples(scaled, labels);
  }

  /** Some of these. */
  Examples first(int count) {
    return new Examples(Arrays.copyOf(values, count), Arrays.copyOf(labels, count));
  }

  int size() {
    return labels.length;
  }
}
