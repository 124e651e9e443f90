package io.perceiver.bench.claims;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.ByteArray;
import io.perceiver.api.Positions;
import io.perceiver.train.DeviceBatch;
import java.util.Objects;
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

  private ByteArray bytes(Pictures shown) {
    DeviceBatch batch = shown.batch(new int[] {1, 0}, manager);
    return Objects.requireNonNull(batch.inputs().get(Pictures.MODALITY));
  }

  @Test
  void aBatchHoldsTheExamplesAskedForInTheirOrder() {
    ByteArray bytes = bytes(pictures);
    assertThat(bytes.content().toFloatArray())
        .containsExactly(7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6);
    assertThat(bytes.positions()).isNull();
    assertThat(
            pictures
                .batch(new int[] {1, 0}, manager)
                .targets(Pictures.HEAD)
                .get(0)
                .target()
                .values()
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
    assertThat(Objects.requireNonNull(bytes.positions()).toFloatArray()).containsExactly(1, -1, 0);
  }

  @Test
  void theFirstOfThemAreTheSamePictures() {
    Pictures first = pictures.first(1);
    assertThat(first.size()).isEqualTo(1);
    assertThat(
            Objects.requireNonNull(
                    first.batch(new int[] {0}, manager).inputs().get(Pictures.MODALITY))
                .content()
                .toFloatArray())
        .containsExactly(1, 2, 3, 4, 5, 6);
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
