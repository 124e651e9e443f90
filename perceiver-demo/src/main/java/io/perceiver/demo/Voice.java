package io.perceiver.demo;

import java.util.Random;

/**
 * How a toy says its {@link Sound}: drawn from one distribution for all sounds.
 *
 * @param onset when it starts, seconds
 * @param duration how long it lasts, seconds
 * @param pitchHz its pitch on average, as heard
 * @param glideOctaves how far a gliding pitch goes from end to end
 * @param wobbleOctaves how far a wobbling pitch goes either way
 * @param wobbles how often a wobble or a beep comes, in all
 * @param phase where in its turn a wobble starts, 0 to 1
 * @param overtone strength of the third harmonic, 0 to 1
 * @param loudness root mean square of the whole, full scale being 1
 * @param noise root mean square of the background noise, full scale being 1
 */
record Voice(
    double onset,
    double duration,
    double pitchHz,
    double glideOctaves,
    double wobbleOctaves,
    double wobbles,
    double phase,
    double overtone,
    double loudness,
    double noise) {

  /** Draws one; the number of draws is fixed. */
  static Voice draw(SoundDifficulty difficulty, Random random) {
    double duration = between(0.34, 0.44, random);
    double octaves = log2(difficulty.maxPitchHz() / difficulty.minPitchHz());
    double range = difficulty.maxLoudness() / difficulty.minLoudness();
    double loudness = difficulty.minLoudness() * StrictMath.pow(range, random.nextDouble());
    return new Voice(
        between(0, SoundRenderer.SECONDS - duration, random),
        duration,
        difficulty.minPitchHz() * StrictMath.pow(2, octaves * random.nextDouble()),
        between(1.0, 1.5, random),
        between(0.35, 0.5, random),
        between(3, 5, random),
        random.nextDouble(),
        between(0, 0.4, random),
        loudness,
        loudness * between(0, difficulty.maxNoise(), random));
  }

  /** How many turns a wobble has made. */
  double turns(double share) {
    return phase + wobbles * share;
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  private static double between(double least, double most, Random random) {
    return least + (most - least) * random.nextDouble();
  }
}
