package io.perceiver.internal.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.api.position.NoPositions;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory by hand: 3 latents of 4 channels read 6 elements of 5, by the plain kernels. */
class MemoryEstimateTest {
  private static final int BATCH = 2;
  private static final long LATENTS = 3 * 4;

  /** As they are, and normalised. */
  private static final long BYTES = 2 * 6 * 5;

  /** For each key input, key, value, logit and weight of each latent; then the layer's own. */
  private static final long CROSS = 6 * (5 + 2 + 2 + 2 * 3) + 3 * (2 + 2 + 4 * 4 + 2 * 8);

  /** The same of 3 latents that 2 heads of 2 channels read. */
  private static final long SELF = 3 * (4 + 4 + 4 + 2 * 2 * 3) + 3 * (4 + 4 + 4 * 4 + 2 * 8);

  private static Perceiver network(int iterations, List<Integer> crossAttends) {
    PerceiverConfig trunk =
        new PerceiverConfig(
            3,
            4,
            iterations,
            crossAttends,
            1,
            Sharing.ALL,
            Sharing.ALL,
            AttentionConfig.ofHeads(1, 2),
            AttentionConfig.ofHeads(2, 2),
            new MlpConfig(2, Activation.GELU, 0),
            List.of(),
            MaskedRows.ZERO,
            new InitConfig(1, LinearInit.TORCH, 0.02));
    return Perceiver.builder()
        .grid("numbers", 5, new NoPositions(), 6)
        .trunk(trunk)
        .kernels(new PlainKernels())
        .build();
  }

  /** Floats kept for the backward pass of one example. */
  private static long kept(Perceiver network, boolean recomputes) {
    ModelDescription description = ModelDescription.of(network, BATCH, recomputes);
    MemoryEstimate memory = description.memory();
    assertThat(memory.activationCheckpointing()).isEqualTo(recomputes);
    long weightsGradientsMoments = 4 * 4 * description.parameters();
    return (memory.training() - weightsGradientsMoments) / (4 * BATCH) - BYTES;
  }

  @Test
  void aTrainingKeepsEveryLayersArrays() {
    assertThat(CROSS).isEqualTo(198);
    assertThat(SELF).isEqualTo(192);
    assertThat(kept(network(3, List.of(0, 2)), false)).isEqualTo(198 + 192 + 192 + 198 + 192);
  }

  @Test
  void withActivationCheckpointingItKeepsLatentsAndTheLargestIteration() {
    assertThat(kept(network(3, List.of(0, 2)), true)).isEqualTo(3 * LATENTS + CROSS + SELF);
  }

  @Test
  void ofOneIterationThereIsNothingToSave() {
    assertThat(kept(network(1, List.of()), true)).isEqualTo(LATENTS + CROSS + SELF);
  }

  @Test
  void predictingNeedsTheLargestLayerEitherWay() {
    for (boolean recomputes : new boolean[] {false, true}) {
      ModelDescription description =
          ModelDescription.of(network(3, List.of(0, 2)), BATCH, recomputes);
      assertThat(description.memory().predicting())
          .isEqualTo(4 * (description.parameters() + BATCH * (BYTES + CROSS)));
    }
  }
}
