package io.perceiver.demo;

import io.perceiver.api.Problems;

/**
 * What makes the sounds harder or easier to tell apart.
 *
 * @param minPitchHz lowest pitch that a sound may have on average
 * @param maxPitchHz highest pitch that a sound may have on average; its third harmonic stays below
 *     half the sample rate
 * @param minLoudness root mean square of the faintest sound, full scale being 1
 * @param maxLoudness root mean square of the loudest sound, full scale being 1
 * @param maxNoise root mean square of the background noise, up to, as a share of the sound's own
 */
public record SoundDifficulty(
    double minPitchHz, double maxPitchHz, double minLoudness, double maxLoudness, double maxNoise) {

  /** What the demo uses unless told otherwise. */
  public static final SoundDifficulty DEFAULT = new SoundDifficulty(350, 700, 0.03, 0.2, 0.2);

  /**
   * Checks the ranges.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every setting out of range
   */
  public SoundDifficulty {
    Problems problems = new Problems("sound");
    problems.check(within(minPitchHz, 100, 750), "minPitchHz", minPitchHz, "100 to 750");
    problems.check(
        within(maxPitchHz, minPitchHz, 750), "maxPitchHz", maxPitchHz, "minPitchHz to 750");
    problems.check(within(minLoudness, 0.001, 0.2), "minLoudness", minLoudness, "0.001 to 0.2");
    problems.check(
        within(maxLoudness, minLoudness, 0.2), "maxLoudness", maxLoudness, "minLoudness to 0.2");
    problems.check(within(maxNoise, 0, 1), "maxNoise", maxNoise, "0 to 1");
    problems.throwIfAny();
  }

  private static boolean within(double value, double least, double most) {
    return value >= least && value <= most; // false for NaN
  }
}
