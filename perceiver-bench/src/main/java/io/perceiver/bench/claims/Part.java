package io.perceiver.bench.claims;

/** What can be asked for alone. */
enum Part {
  /** {@link PermutedPixels}. */
  PERMUTED,
  /** {@link MisplacedPixels}. */
  MISPLACED,
  /** {@link WeightSharing}. */
  SHARING,
  /** {@link SenseFusion}. */
  FUSION
}
