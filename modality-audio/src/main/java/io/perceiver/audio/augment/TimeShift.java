package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/**
 * Earlier or later by whole samples, uniform in ± seconds. The length stays: what leaves at one end
 * is lost, and silence comes in at the other. A clip is moved by less than its length.
 *
 * @param seconds largest shift
 */
record TimeShift(double seconds) {

  /**
   * Draws a shift.
   *
   * @param frames length of the clip
   * @return frames towards the end; negative for earlier
   */
  int draw(int frames, int rateHz, RandomGenerator random) {
    int most = Math.min(frames - 1, (int) Math.round(seconds * rateHz));
    return random.nextInt(-most, most + 1);
  }

  /** Returns the clip later by so many frames, but by less than its length. */
  static Sound apply(Sound clip, int later) {
    int most = clip.frames() - 1;
    int moved = Math.max(-most, Math.min(most, later));
    return moved == 0 ? clip : clip.map(samples -> shifted(samples, moved));
  }

  private static float[] shifted(float[] samples, int later) {
    float[] result = new float[samples.length];
    int count = samples.length - Math.abs(later);
    System.arraycopy(samples, Math.max(0, -later), result, Math.max(0, later), count);
    return result;
  }
}
