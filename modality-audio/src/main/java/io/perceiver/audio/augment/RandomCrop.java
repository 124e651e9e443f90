package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/**
 * A part of a clip that is too long, every place alike.
 *
 * @param most frames kept
 */
record RandomCrop(int most) {

  /** Draws where the part begins in a clip, in frames; 0 for a clip that is not too long. */
  int draw(int frames, RandomGenerator random) {
    return frames <= most ? 0 : random.nextInt(frames - most + 1);
  }

  /** Returns the part that begins there, or as late as it fits; the clip itself if short enough. */
  Sound apply(Sound clip, int start) {
    int surplus = clip.frames() - most;
    return surplus <= 0 ? clip : clip.part(Math.min(start, surplus), most);
  }
}
