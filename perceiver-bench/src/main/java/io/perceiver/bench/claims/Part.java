package io.perceiver.bench.claims;

/** What can be asked for alone. */
enum Part {
  /** {@link PermutedPixels}. */
  PERMUTED,
  /** {@link SenseFusion}. */
  FUSION,
  /** {@link WeightSharing}. */
  SHARING
}
