package io.perceiver.bench.scaling;

import io.perceiver.bench.measure.Spread;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One network at one size.
 *
 * @param network its name
 * @param training whether a training step was measured, else a forward pass
 * @param side pixels of a picture's side
 * @param elements input elements, M
 * @param seconds empty where it did not run
 * @param peakBytes of its own process; empty where it did not run, or the system does not tell
 * @param why it did not run; empty where it did
 */
record ScalingPoint(
    String network,
    boolean training,
    int side,
    long elements,
    Optional<Spread> seconds,
    OptionalLong peakBytes,
    String why) {

  String work() {
    return network + (training ? ", training step" : ", forward");
  }
}
