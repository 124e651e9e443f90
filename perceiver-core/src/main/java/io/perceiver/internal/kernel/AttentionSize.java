package io.perceiver.internal.kernel;

/**
 * The sizes that decide what attention costs for one example.
 *
 * @param heads number of heads
 * @param queries number of queries
 * @param keys number of keys
 * @param queryChannels channels of a query before its projection
 * @param keyValueChannels channels of a key/value before its projections
 * @param qkChannels channels of queries and keys, all heads
 * @param vChannels channels of values, all heads
 */
public record AttentionSize(
    int heads,
    long queries,
    long keys,
    long queryChannels,
    long keyValueChannels,
    long qkChannels,
    long vChannels) {

  /**
   * Multiplies and adds where neither keys nor values are made: queries are mapped into the input's
   * channels, every head reads the input itself, and what it read is mapped to its values.
   */
  public long absorbedFlops() {
    long projections =
        queries * queryChannels * qkChannels
            + queries * keyValueChannels * (qkChannels + vChannels)
            + queries * vChannels * queryChannels;
    return 2 * projections + inputReadFlops();
  }

  /** Those of {@link #absorbedFlops} in which every head reads the input: logits and means. */
  public long inputReadFlops() {
    return 2 * (heads * queries * keys * 2 * keyValueChannels);
  }

  /** Those of {@link #modelFlops} that make keys and values of the input. */
  public long keyValueFlops() {
    return 2 * keys * keyValueChannels * (qkChannels + vChannels);
  }

  /** Whether reading the input itself is less work than making keys and values of it. */
  public boolean favoursAbsorbing() {
    return absorbedFlops() < modelFlops();
  }

  /** Multiplies and adds by the plain formula, counted apart, as the papers publish them. */
  public long modelFlops() {
    long projections = queries * queryChannels * qkChannels + queries * vChannels * queryChannels;
    return 2 * (projections + queries * keys * (qkChannels + vChannels)) + keyValueFlops();
  }
}
