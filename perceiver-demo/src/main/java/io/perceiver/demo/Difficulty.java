package io.perceiver.demo;

/**
 * Everything that makes the task harder or easier, in one place.
 *
 * @param image what blurs the sight
 * @param sound what blurs the hearing
 * @param shape what blurs the touch
 */
public record Difficulty(ImageDifficulty image, SoundDifficulty sound, ShapeDifficulty shape) {

  /**
   * What the demo uses unless told otherwise: each sense comes close to its ceiling with a small
   * attention network, within two minutes on two cores for all three.
   */
  public static final Difficulty DEFAULT =
      new Difficulty(ImageDifficulty.DEFAULT, SoundDifficulty.DEFAULT, ShapeDifficulty.DEFAULT);
}
