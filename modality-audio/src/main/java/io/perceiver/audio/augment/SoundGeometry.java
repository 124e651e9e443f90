package io.perceiver.audio.augment;

import java.util.OptionalDouble;

/**
 * How a clip is stretched, cut and shifted, for clips of any rate and length. Shares are of the
 * stretched clip before it is cut.
 *
 * @param speed factor of speed
 * @param start where the part that is kept of a long clip begins, as a share; empty for the
 *     configured place
 * @param later shift towards the end, as a share; negative for earlier
 */
record SoundGeometry(double speed, OptionalDouble start, double later) {
  /** No move. */
  static final SoundGeometry NONE = new SoundGeometry(1, OptionalDouble.empty(), 0);
}
