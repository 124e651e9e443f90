package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.from;

import io.perceiver.api.layer.MaskedRows;
import io.perceiver.internal.kernel.AttentionCost;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.AttentionSize;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.kernel.Precision;
import org.junit.jupiter.api.Test;

/** FLOPs counted by hand: two for each multiply and add of every product. */
class AttentionCostTest {
  /** 2 queries of 4 channels read 10 elements of 3 channels; queries, keys and values of 4. */
  private static final AttentionSize WIDE_KEYS = new AttentionSize(1, 2, 10, 4, 3, 4, 4);

  // queries 2·4·4, keys and values 10·3·(4 + 4), logits and means 2·10·(4 + 4), output 2·4·4
  private static final long FORMULA = 2 * (32 + 240 + 160 + 32);
  // queries 2·4·4, into and out of the input's channels 2·3·(4 + 4), output 2·4·4
  private static final long ABSORBED_PROJECTIONS = 2 * (32 + 48 + 32);
  // logits and means 2·10·(3 + 3)
  private static final long READING = 2 * 120;

  /** 2 queries read 2 elements of 30 channels: the input is too wide to be read itself. */
  private static final AttentionSize WIDE_INPUT = new AttentionSize(1, 2, 2, 4, 30, 4, 4);

  private final Kernels torch = new TorchKernels();

  private static AttentionOptions options(double dropout, boolean inverted) {
    return new AttentionOptions(1, MaskedRows.ZERO, inverted, dropout);
  }

  private static final AttentionOptions USUAL = options(0, false);

  @Test
  void thePlainFormulaHasTwoBackwardProductsForEachForwardOne() {
    AttentionCost cost = new PlainKernels().crossCost(WIDE_KEYS, USUAL, false);
    assertThat(cost)
        .returns(FORMULA, from(AttentionCost::forwardFlops))
        .returns(2 * FORMULA, from(AttentionCost::backwardFlops));
  }

  @Test
  void readingAnInputThatDoesNotLearnCostsBackwardWhatItCostsForward() {
    assertThat(torch.crossCost(WIDE_KEYS, USUAL, false))
        .returns(ABSORBED_PROJECTIONS + READING, from(AttentionCost::forwardFlops))
        .returns(2 * ABSORBED_PROJECTIONS + READING, from(AttentionCost::backwardFlops));
  }

  @Test
  void readingAnInputThatLearnsCostsTwiceThat() {
    assertThat(torch.crossCost(WIDE_KEYS, USUAL, true).backwardFlops())
        .isEqualTo(2 * (ABSORBED_PROJECTIONS + READING));
  }

  @Test
  void readingCostsTheSameInMixedPrecision() {
    assertThat(torch.in(Precision.BFLOAT16).crossCost(WIDE_KEYS, USUAL, false))
        .isEqualTo(torch.crossCost(WIDE_KEYS, USUAL, false));
  }

  @Test
  void keysAndValuesOfAnInputThatDoesNotLearnOweItNothing() {
    // queries 2·4·4, keys and values 2·30·(4 + 4), logits and means 2·2·(4 + 4), output 2·4·4
    long forward = 2 * (32 + 480 + 32 + 32);
    assertThat(torch.crossCost(WIDE_INPUT, USUAL, false))
        .returns(forward, from(AttentionCost::forwardFlops))
        .returns(2 * forward - 2 * 480, from(AttentionCost::backwardFlops));
    assertThat(torch.crossCost(WIDE_INPUT, USUAL, true).backwardFlops()).isEqualTo(2 * forward);
  }

  @Test
  void dropoutOfWeightsMakesKeysAndValues() {
    assertThat(torch.crossCost(WIDE_KEYS, options(0.1, false), false))
        .returns(FORMULA, from(AttentionCost::forwardFlops))
        .returns(2 * FORMULA - 2 * 240, from(AttentionCost::backwardFlops));
  }

  @Test
  void invertedAttentionIsThePlainFormula() {
    assertThat(torch.crossCost(WIDE_KEYS, options(0, true), false))
        .isEqualTo(AttentionCost.plain(WIDE_KEYS));
  }

  @Test
  void latentsThatReadEachOtherMakeKeysAndValuesEvenWhereReadingThemselvesWereLessWork() {
    AttentionSize wideHeads = new AttentionSize(1, 2, 2, 2, 2, 8, 8);
    assertThat(wideHeads.favoursAbsorbing()).isTrue();
    // queries 2·2·8, keys and values 2·2·(8 + 8), logits and means 2·2·(8 + 8), output 2·8·2
    long forward = 2 * (32 + 64 + 64 + 32);
    assertThat(torch.selfCost(wideHeads))
        .returns(forward, from(AttentionCost::forwardFlops))
        .returns(2 * forward, from(AttentionCost::backwardFlops))
        .returns(2L * (8 + 8), from(AttentionCost::keptFloats));
  }
}
