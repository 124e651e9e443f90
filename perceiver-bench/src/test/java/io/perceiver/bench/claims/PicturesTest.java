package io.perceiver.bench.claims;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.perceiver.api.ByteArray;
import io.perceiver.api.Example;
import io.perceiver.api.Positions;
import io.perceiver.data.HostBatch;
import io.perceiver.train.DeviceBatch;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private final NDManager manager = NDManager.newBaseManager();

  /** Two pictures of 1 × 3 pixels with 2 channels, of the classes 1 and 0. */
  private final Pictures pictures =
      new Pictures(
          new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
          new int[] {1, 0},
          2,
          2,
          Positions.of(new float[] {-1, 0, 1}, 1));

  private final int[] permutation = {2, 0, 1};

  @AfterEach
  void close() {
    manager.close();
  }

  private static HostBatch batch(Pictures shown, int... numbers) {
    List<Example> examples = IntStream.of(numbers).mapToObj(shown.examples()::get).toList();
    return shown.maker().make(examples).orElseThrow();
  }

  private ByteArray bytes(Pictures shown) {
    return arrays(batch(shown, 1, 0));
  }

  private ByteArray arrays(HostBatch batch) {
    return Objects.requireNonNull(DeviceBatch.of(batch, manager).inputs().get(Pictures.MODALITY));
  }

  @Test
  void aBatchHoldsTheExamplesAskedForInTheirOrder() {
    DeviceBatch batch = DeviceBatch.of(batch(pictures, 1, 0), manager);
    ByteArray bytes = Objects.requireNonNull(batch.inputs().get(Pictures.MODALITY));
    assertThat(bytes.content().toFloatArray())
        .containsExactly(7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6);
    assertThat(bytes.positions()).isNull();
    assertThat(
            batch
                .targets(Pictures.HEAD)
                .get(0)
                .target()
                .values()
                .toType(DataType.INT64, true)
                .toLongArray())
        .containsExactly(0, 1);
  }

  @Test
  void permutedBeforeTheyLoseTheirPositions() {
    ByteArray bytes = bytes(pictures.shuffled(Shuffle.BEFORE, permutation));
    assertThat(bytes.content().toFloatArray())
        .containsExactly(11, 12, 7, 8, 9, 10, 5, 6, 1, 2, 3, 4);
    assertThat(bytes.positions()).isNull();
  }

  @Test
  void permutedAfterTheyTakeTheirPositionsAlong() {
    ByteArray bytes = bytes(pictures.shuffled(Shuffle.AFTER, permutation));
    assertThat(bytes.content().toFloatArray())
        .containsExactly(11, 12, 7, 8, 9, 10, 5, 6, 1, 2, 3, 4);
    assertThat(Objects.requireNonNull(bytes.positions()).toFloatArray())
        .containsExactly(1, -1, 0, 1, -1, 0);
  }

  @Test
  void theFirstOfThemAreTheSamePictures() {
    Pictures first = pictures.first(1);
    assertThat(first.size()).isEqualTo(1);
    assertThat(arrays(batch(first, 0)).content().toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(pictures.first(9).size()).isEqualTo(2);
  }

  @Test
  void aPermutationHoldsEveryNumberOnceAndFollowsFromItsSeed() {
    int[] drawn = Permutations.drawn(50, 3);
    assertThat(drawn).doesNotHaveDuplicates().hasSize(50).contains(0, 49);
    assertThat(Permutations.drawn(50, 3)).isEqualTo(drawn);
    assertThat(Permutations.drawn(50, 4)).isNotEqualTo(drawn);
  }
}
