package io.perceiver.audio.augment;

import io.perceiver.api.Augmentation;
import io.perceiver.audio.signal.Crop;
import io.perceiver.audio.signal.Sound;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Changes a clip step by step: speed, crop, shift, noise, gain; then its spectrogram by masks.
 * Thread-safe and without memory.
 */
public final class SoundAugmentation implements Augmentation<Sound> {
  private final List<SoundStep> steps;
  private final Optional<SpecAugment> masks;

  private SoundAugmentation(List<SoundStep> steps, Optional<SpecAugment> masks) {
    this.steps = List.copyOf(steps);
    this.masks = masks;
  }

  /**
   * The configured changes; {@link Augmentation#none()} where there are none.
   *
   * @param crop which part of longer clips is kept where it is not drawn
   * @param maxSamples samples the model takes
   * @param masks of spectrograms; empty for none
   */
  public static Augmentation<Sound> of(
      AugmentationConfig config, Crop crop, int maxSamples, Optional<SpecAugment> masks) {
    List<SoundStep> steps = new ArrayList<>();
    if (!config.speed().isEmpty()) {
      steps.add(new Speed(config.speed().get(0), config.speed().get(1)));
    }
    List<SoundStep> changes = changes(config);
    if (config.randomCrop()) {
      steps.add(new RandomCrop(maxSamples));
    } else if (!changes.isEmpty()) {
      // first, so that noise is measured against what the model hears
      steps.add((clip, random) -> crop.of(clip, maxSamples));
    }
    steps.addAll(changes);
    return steps.isEmpty() && masks.isEmpty()
        ? Augmentation.none()
        : new SoundAugmentation(steps, masks);
  }

  private static List<SoundStep> changes(AugmentationConfig config) {
    List<SoundStep> changes = new ArrayList<>();
    if (config.shiftSeconds() > 0) {
      changes.add(new TimeShift(config.shiftSeconds()));
    }
    if (!config.noiseSnrDb().isEmpty()) {
      changes.add(new Noise(config.noiseSnrDb().get(0), config.noiseSnrDb().get(1)));
    }
    if (config.gainDb() > 0) {
      changes.add(new Gain(config.gainDb()));
    }
    return changes;
  }

  @Override
  public Sound example(Sound example, RandomGenerator random) {
    Sound clip = example;
    for (SoundStep step : steps) {
      clip = step.apply(clip, random);
    }
    return clip;
  }

  @Override
  public void features(
      FloatBuffer content, FloatBuffer positions, int elements, RandomGenerator random) {
    masks.ifPresent(spectrogram -> spectrogram.apply(content, elements, random));
  }
}
