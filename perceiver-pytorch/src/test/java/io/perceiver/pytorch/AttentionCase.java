package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.AttentionWeights;
import io.perceiver.internal.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One attention to compute: 3 queries of 6 channels read 5 keys of 7, two examples.
 *
 * @param heads 1 or 4
 * @param biases whether projections have them
 * @param mask which keys are real
 * @param rows what a row without any key gives
 * @param inverted whether the softmax runs over the queries
 */
record AttentionCase(
    int heads, boolean biases, AttentionCase.Mask mask, MaskedRows rows, boolean inverted) {
  static final int BATCH = 2;
  static final int QUERIES = 3;
  static final int KEYS = 5;
  static final int QUERY_CHANNELS = 6;
  static final int KEY_CHANNELS = 7;
  static final int QK = 8;
  static final int V = 12;

  /** Which keys are real. */
  enum Mask {
    NONE,
    PARTIAL,
    FULLY_MASKED_EXAMPLE
  }

  /** Every combination. */
  static Stream<AttentionCase> all() {
    List<AttentionCase> cases = new ArrayList<>();
    for (int heads : new int[] {1, 4}) {
      for (boolean biases : new boolean[] {false, true}) {
        for (Mask mask : Mask.values()) {
          for (MaskedRows rows : MaskedRows.values()) {
            cases.add(new AttentionCase(heads, biases, mask, rows, false));
            cases.add(new AttentionCase(heads, biases, mask, rows, true));
          }
        }
      }
    }
    return cases.stream();
  }

  /** Query, key/value, the four weights, the output's bias and, where there are, the others. */
  List<Drawn> inputs() {
    Random random = new Random(11);
    List<Drawn> inputs = new ArrayList<>();
    inputs.add(Drawn.normal(random, BATCH, QUERIES, QUERY_CHANNELS));
    inputs.add(Drawn.normal(random, BATCH, KEYS, KEY_CHANNELS));
    inputs.add(Drawn.normal(random, QK, QUERY_CHANNELS));
    inputs.add(Drawn.normal(random, QK, KEY_CHANNELS));
    inputs.add(Drawn.normal(random, V, KEY_CHANNELS));
    inputs.add(Drawn.normal(random, QUERY_CHANNELS, V));
    inputs.add(Drawn.normal(random, QUERY_CHANNELS));
    if (biases) {
      inputs.add(Drawn.normal(random, QK));
      inputs.add(Drawn.normal(random, QK));
      inputs.add(Drawn.normal(random, V));
    }
    return inputs;
  }

  /** The attention as a function of {@link #inputs}. */
  Function<List<NDArray>, NDArray> by(Kernels kernels) {
    return given ->
        kernels.attention(
            given.get(0), given.get(1), mask(given.get(0).getManager()), weights(given), options());
  }

  AttentionOptions options() {
    return new AttentionOptions(heads, rows, inverted, 0);
  }

  AttentionWeights weights(List<NDArray> given) {
    return new AttentionWeights(
        given.get(2),
        given.get(3),
        given.get(4),
        given.get(5),
        given.get(6),
        biases ? given.get(7) : null,
        biases ? given.get(8) : null,
        biases ? given.get(9) : null);
  }

  /** (batch, key), true = attend. */
  boolean[][] attended() {
    boolean[][] attended = new boolean[BATCH][KEYS];
    for (boolean[] row : attended) {
      Arrays.fill(row, true);
    }
    if (mask != Mask.NONE) {
      attended[1][0] = false;
      attended[1][3] = false;
    }
    if (mask == Mask.FULLY_MASKED_EXAMPLE) {
      Arrays.fill(attended[1], false);
    }
    return attended;
  }

  @Nullable NDArray mask(NDManager manager) {
    if (mask == Mask.NONE) {
      return null;
    }
    boolean[] flat = new boolean[BATCH * KEYS];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = attended()[i / KEYS][i % KEYS];
    }
    return manager.create(flat, new Shape(BATCH, KEYS));
  }
}
