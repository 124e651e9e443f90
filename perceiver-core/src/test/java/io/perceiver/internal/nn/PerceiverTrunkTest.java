package io.perceiver.internal.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.AttentionWidth;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which layers a trunk runs, in which order, and which of them are the same. */
class PerceiverTrunkTest {

  private static List<String> steps(PerceiverConfig config) {
    return new PerceiverTrunk(10, config, new PlainKernels())
        .steps().stream().map(TrunkStep::name).toList();
  }

  private static PerceiverConfig lucidrains(int depth) {
    return PerceiverConfig.lucidrains(depth, 4, 8);
  }

  private static PerceiverConfig sharing(Sharing cross, Sharing latent) {
    return lucidrains(3)
        .with(
            c -> {
              c.crossAttentionSharing = cross;
              c.latentSharing = latent;
            });
  }

  @Test
  void everyIterationIsACrossAttendAndItsLatentTransformer() {
    assertThat(steps(lucidrains(2).with(c -> c.selfAttends = 2)))
        .containsExactly("cross0", "latent0x0", "latent0x1", "cross1", "latent1x0", "latent1x1");
  }

  @Test
  void crossAttendsAreWhereTheListHasThem() {
    assertThat(steps(lucidrains(4).with(c -> c.crossAttends = List.of(0, 2))))
        .containsExactly("cross0", "latent0x0", "latent1x0", "cross1", "latent2x0", "latent3x0");
  }

  @Test
  void theFirstCrossAttendStaysApartAndLaterOnesShare() {
    PerceiverConfig config = sharing(Sharing.ALL_BUT_FIRST, Sharing.ALL);
    assertThat(steps(config))
        .containsExactly("cross0", "latent0x0", "cross1", "latent0x0", "cross1", "latent0x0");
  }

  @Test
  void sharedLayersAreOneBlock() {
    PerceiverTrunk trunk =
        new PerceiverTrunk(10, sharing(Sharing.ALL, Sharing.ALL), new PlainKernels());
    assertThat(trunk.steps().get(2).layer()).isSameAs(trunk.steps().get(0).layer());
    assertThat(trunk.steps().get(5).layer()).isSameAs(trunk.steps().get(1).layer());
    assertThat(trunk.getChildren()).hasSize(3);
  }

  @Test
  void anInvertedCrossAttendIsInvertedInItsIterationAlone() {
    PerceiverTrunk trunk =
        new PerceiverTrunk(
            10, lucidrains(3).with(c -> c.invertedCrossAttends = List.of(1)), new PlainKernels());
    assertThat(trunk.steps().stream().filter(TrunkStep::inverted).map(TrunkStep::name))
        .containsExactly("cross1");
  }

  @Test
  void aTrunkThatNeverSeesItsInputFirstIsRefused() {
    assertThatThrownBy(() -> lucidrains(4).with(c -> c.crossAttends = List.of(1, 4)))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("crossAttends: [1, 4] is not allowed")
        .hasMessageContaining("from 0 to 3")
        .hasMessageContaining("a list that holds 0");
  }

  @Test
  void headsThatDoNotDivideTheWidthAreRefused() {
    AttentionConfig three = AttentionConfig.ofWidth(3, AttentionWidth.NARROWER);
    PerceiverConfig config =
        lucidrains(1)
            .with(
                c -> {
                  c.crossAttention = three;
                  c.selfAttention = AttentionConfig.ofHeads(2, 4);
                });
    assertThatThrownBy(() -> new PerceiverTrunk(10, config, new PlainKernels()))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("heads: 3 is not allowed")
        .hasMessageContaining("8 channels of queries and keys and 8 of values");
  }

  @Test
  void aModelWithoutAModalityIsRefused() {
    Perceiver.Builder builder = Perceiver.builder().kernels(new PlainKernels());
    assertThatThrownBy(builder::build)
        .isInstanceOf(PerceiverException.class)
        .hasMessage("a model needs at least one modality");
  }
}
