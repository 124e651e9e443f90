package io.perceiver.bench.memory;

import io.perceiver.bench.measure.Spread;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one process came to.
 *
 * @param contender what it did
 * @param peakBytes its largest resident memory; empty where it did not end, or the system does not
 *     tell
 * @param seconds of a training step; empty where there was none
 * @param why it did not end; empty where it did
 */
record MemoryPoint(
    Contender contender, OptionalLong peakBytes, Optional<Spread> seconds, String why) {

  static MemoryPoint missing(Contender contender, String why) {
    return new MemoryPoint(contender, OptionalLong.empty(), Optional.empty(), why);
  }
}
