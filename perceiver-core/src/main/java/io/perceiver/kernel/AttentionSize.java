package io.perceiver.kernel;

/**
 * The sizes that decide what attention costs for one example.
 *
 * @param queries number of queries
 * @param keys number of keys
 * @param queryChannels channels of a query before its projection
 * @param keyValueChannels channels of a key/value before its projections
 * @param qkChannels channels of queries and keys, all heads
 * @param vChannels channels of values, all heads
 */
public record AttentionSize(
    long queries,
    long keys,
    long queryChannels,
    long keyValueChannels,
    long qkChannels,
    long vChannels) {

  /** Multiplies and adds by the plain formula, counted apart, as the papers publish them. */
  public long modelFlops() {
    long projections =
        queries * queryChannels * qkChannels
            + keys * keyValueChannels * (qkChannels + vChannels)
            + queries * vChannels * queryChannels;
    return 2 * (projections + queries * keys * (qkChannels + vChannels));
  }
}
