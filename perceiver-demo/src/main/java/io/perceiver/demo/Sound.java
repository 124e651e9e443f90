package io.perceiver.demo;

import static io.perceiver.demo.Waves.sine;

/**
 * What a toy sounds like: all that its sound tells of its kind.
 *
 * <p>Each is a tone whose pitch or loudness moves in its own way; where it starts, how high, long
 * and loud it is belongs to the {@link Voice}.
 */
public enum Sound {
  /** Steady. */
  HUM((voice, share) -> 0, Sound::always),
  /** A whistle that goes up. */
  RISE((voice, share) -> voice.glideOctaves() * (share - 0.5), Sound::always),
  /** A whistle that goes down. */
  FALL((voice, share) -> voice.glideOctaves() * (0.5 - share), Sound::always),
  /** Creates one on and off, at one pitch. */
  BEEPS((voice, share) -> 0, (voice, share) -> gate(sine(voice.turns(share)))),
  /** Up and down, several times. */
  WARBLE((voice, share) -> voice.wobbleOctaves() * sine(voice.turns(share)), Sound::always);

  /** How something of a sound changes over its time. */
  @FunctionalInterface
  private interface Course {
    double at(Voice voice, double share);
  }

  private static final double GATE_STEEPNESS = 3; // soft edges: no clicks

  @SuppressWarnings("ImmutableEnumChecker") // every course is a constant without state
  private final Course pitch;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Course loudness;

  Sound(Course pitch, Course loudness) {
    this.pitch = pitch;
    this.loudness = loudness;
  }

  /**
   * How far the pitch lies from the voice's own, octaves.
   *
   * @param share how much of the sound is over, 0 to 1
   */
  double octaves(Voice voice, double share) {
    return pitch.at(voice, share);
  }

  /**
   * How loud it is, 0 to 1.
   *
   * @param share how much of the sound is over, 0 to 1
   */
  double loudness(Voice voice, double share) {
    return loudness.at(voice, share);
  }

  private static double always(Voice voice, double share) {
    return 1;
  }

  private static double gate(double wave) {
    return Math.max(0, Math.min(1, 0.5 + GATE_STEEPNESS * wave));
  }
}
