package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArray;
import io.perceiver.api.Positions;
import io.perceiver.api.head.TargetArray;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.MixedTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labelled pictures in memory, and the order in which their elements are shown.
 *
 * @param pixels (example, index, channel), row-major, in the order of the grid
 * @param labels the class of each, from 0
 * @param channels of a pixel
 * @param classes how many there are
 * @param positions of the elements, (index, axis)
 * @param order of the pixels: place i shows pixel {@code order[i]}; null for the grid's
 * @param positionOrder of the positions, likewise; with {@code order} the same, elements move
 *     together with their positions
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and far too large to copy
record Pictures(
    float[] pixels,
    int[] labels,
    int channels,
    int classes,
    Positions positions,
    int @Nullable [] order,
    int @Nullable [] positionOrder) {
  /** The name under which networks find the pictures. */
  static final String MODALITY = "image";

  /** The name of the only output. */
  static final String HEAD = "label";

  /** Creates one in the grid's order. */
  Pictures(float[] pixels, int[] labels, int channels, int classes, Positions positions) {
    this(pixels, labels, channels, classes, positions, null, null);
  }

  /** How many there are. */
  int size() {
    return labels.length;
  }

  /** At most the first so many. */
  Pictures first(int count) {
    return new Pictures(
        pixels,
        Arrays.copyOf(labels, Math.min(count, labels.length)),
        channels,
        classes,
        positions,
        order,
        positionOrder);
  }

  /** The same pictures with their pixels in another order. */
  Pictures shuffled(Shuffle shuffle, int[] permutation) {
    return switch (shuffle) {
      case NONE -> this;
      case BEFORE -> ordered(permutation, null);
      case AFTER -> ordered(permutation, permutation);
    };
  }

  private Pictures ordered(int[] pixelOrder, int @Nullable [] newPositionOrder) {
    return new Pictures(pixels, labels, channels, classes, positions, pixelOrder, newPositionOrder);
  }

  /**
   * Some of them, as arrays that belong to the manager.
   *
   * @param examples which
   */
  DeviceBatch batch(int[] examples, NDManager manager) {
    int elements = positions.count();
    float[] content = new float[examples.length * elements * channels];
    long[] targets = new long[examples.length];
    for (int row = 0; row < examples.length; row++) {
      int from = examples[row] * elements;
      for (int place = 0; place < elements; place++) {
        int pixel = order == null ? place : order[place];
        System.arraycopy(
            pixels,
            (from + pixel) * channels,
            content,
            (row * elements + place) * channels,
            channels);
      }
      targets[row] = labels[examples[row]];
    }
    NDArray array = manager.create(content, new Shape(examples.length, elements, channels));
    Shape rows = new Shape(examples.length);
    TargetArray target = TargetArray.of(manager.create(targets, rows), manager.ones(rows));
    return new DeviceBatch(
        Map.of(MODALITY, new ByteArray(array, orderedPositions(manager), null)),
        Map.of(HEAD, List.of(MixedTarget.whole(target))));
  }

  /** (1, index, axis); null where they are the grid's, which networks know. */
  private @Nullable NDArray orderedPositions(NDManager manager) {
    if (positionOrder == null) {
      return null;
    }
    int axes = positions.axes();
    float[] grid = positions.values();
    float[] moved = new float[grid.length];
    for (int place = 0; place < positionOrder.length; place++) {
      System.arraycopy(grid, positionOrder[place] * axes, moved, place * axes, axes);
    }
    return manager.create(moved, new Shape(1, positionOrder.length, axes));
  }
}
