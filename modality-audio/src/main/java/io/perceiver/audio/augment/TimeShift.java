package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/**
 * Earlier or later by whole samples, uniform in ± seconds. The length stays: what leaves at one end
 * is lost, and silence comes in at the other. A clip is moved by less than its length.
 *
 * @param seconds largest shift
 */
record TimeShift(double seconds) implements SoundStep {

  @Override
  public Sound apply(Sound clip, RandomGenerator random) {
    int most = Math.min(clip.frames() - 1, (int) Math.round(seconds * clip.rateHz()));
    int later = random.nextInt(-most, most + 1);
    return later == 0 ? clip : clip.map(samples -> shifted(samples, later));
  }

  private static float[] shifted(float[] samples, int later) {
    float[] result = new float[samples.length];
    int count = samples.length - Math.abs(later);
    System.arraycopy(samples, Math.max(0, -later), result, Math.max(0, later), count);
    return result;
  }
}
