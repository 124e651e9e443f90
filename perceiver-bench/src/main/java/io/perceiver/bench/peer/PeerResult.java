package io.perceiver.bench.peer;

import io.perceiver.bench.measure.Timings;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a comparison came to.
 *
 * @param ourParameters learned numbers of our model
 * @param theirParameters learned numbers of the file's
 * @param timings in turns
 * @param memory peak of each in its own process
 */
record PeerResult(
    long ourParameters,
    long theirParameters,
    Timings timings,
    Map<Measurement, OptionalLong> memory) {

  PeerResult with(Map<Measurement, OptionalLong> peaks) {
    return new PeerResult(ourParameters, theirParameters, timings, peaks);
  }

  /** Whose memory. */
  enum Side {
    /** Engine alone: what JVM and libtorch need for nothing. */
    NOBODY,
    /** This project. */
    OURS,
    /** The file. */
    FILE
  }

  /** One process whose peak memory is measured. */
  enum Measurement {
    NOTHING(Side.NOBODY, PeerOptions.Mode.BOTH, "engine alone"),
    OUR_FORWARD(Side.OURS, PeerOptions.Mode.EVAL, PeerBench.OUR_FORWARD),
    PEER_FORWARD(Side.FILE, PeerOptions.Mode.EVAL, PeerBench.PEER_FORWARD),
    OUR_STEP(Side.OURS, PeerOptions.Mode.TRAIN, PeerBench.OUR_STEP),
    PEER_STEP(Side.FILE, PeerOptions.Mode.TRAIN, PeerBench.PEER_STEP);

    private final Side side;
    private final PeerOptions.Mode mode;
    private final String label;

    Measurement(Side side, PeerOptions.Mode mode, String label) {
      this.side = side;
      this.mode = mode;
      this.label = label;
    }

    Side side() {
      return side;
    }

    PeerOptions.Mode mode() {
      return mode;
    }

    String label() {
      return label;
    }

    boolean isOf(PeerOptions.Mode wanted) {
      return side == Side.NOBODY || wanted == PeerOptions.Mode.BOTH || wanted == mode;
    }
  }
}
