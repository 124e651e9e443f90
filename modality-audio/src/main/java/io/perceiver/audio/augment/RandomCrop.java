package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/**
 * A part of a clip that is too long, every place alike.
 *
 * @param most frames kept
 */
record RandomCrop(int most) implements SoundStep {

  @Override
  public Sound apply(Sound clip, RandomGenerator random) {
    int surplus = clip.frames() - most;
    return surplus <= 0 ? clip : clip.part(random.nextInt(surplus + 1), most);
  }
}
