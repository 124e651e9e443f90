package io.perceiver.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Labelled pictures in memory.
 *
 * @param values (example, pixel and channel)
 * @param labels the silhouette of each, by its place among them
 */
@SuppressWarnings("ArrayRecordComponent") // large, never compared
record Pixels(float[][] values, int[] labels) {
  private static final List<Silhouette> SILHOUETTES = List.of(Silhouette.values());

  /** The first examples of a split as the data set draws them, channels 0 to 255. */
  static Pixels draw(long seed, ImageDifficulty difficulty, Split split, int count) {
    Draws draws = new Draws(seed);
    KindOrder order = new KindOrder(draws);
    List<Silhouette> silhouettes =
        IntStream.range(0, count).mapToObj(i -> order.kind(split, i).silhouette()).toList();
    float[][] values =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i -> pixels(silhouettes.get(i), difficulty, draws.of("image", split, i)))
            .toArray(float[][]::new);
    int[] labels = silhouettes.stream().mapToInt(SILHOUETTES::indexOf).toArray();
    return new Pixels(values, labels);
  }

  private static float[] pixels(Silhouette silhouette, ImageDifficulty difficulty, Random random) {
    Scene scene = Scene.draw(silhouette, difficulty, random);
    byte[] bytes = new ImageRenderer(difficulty).pixels(scene, random);
    float[] floats = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      floats[i] = Byte.toUnsignedInt(bytes[i]);
    }
    return floats;
  }

  /**
   * These examples with each feature shifted and scaled as makes the others' mean 0, variance 1.
   */
  Pixels standardisedBy(Pixels others) {
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
    return new Pixels(scaled, labels);
  }

  /** Some of these. */
  Pixels first(int count) {
    return new Pixels(Arrays.copyOf(values, count), Arrays.copyOf(labels, count));
  }

  int size() {
    return labels.length;
  }
}
