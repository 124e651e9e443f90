package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/** One change of a clip. Thread-safe. */
@FunctionalInterface
interface SoundStep {
  /** A changed copy of the clip, or the clip itself. */
  Sound apply(Sound clip, RandomGenerator random);
}
