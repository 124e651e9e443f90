package io.perceiver.audio.augment;

import io.perceiver.api.Augmentation;
import io.perceiver.audio.signal.Crop;
import io.perceiver.audio.signal.Sound;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Changes a clip step by step: speed, crop, shift, noise, gain; then its spectrogram by masks.
 * Speed, crop and shift are its geometry, which other sounds can follow, such as the clean
 * recording of a noisy one. Thread-safe and without memory.
 */
public final class SoundAugmentation implements Augmentation<Sound, SoundGeometry> {
  private final AugmentationConfig config;
  private final Crop crop;
  private final RandomCrop randomCrop;
  private final TimeShift shift;
  private final Optional<Speed> speed;
  private final Optional<Noise> noise;
  private final Gain gain;
  private final Optional<SpecAugment> masks;

  /**
   * Creates the configured changes.
   *
   * @param crop which part of longer clips is kept if it is not drawn
   * @param maxSamples samples the model takes
   * @param masks of spectrograms; empty for none
   */
  public SoundAugmentation(
      AugmentationConfig config, Crop crop, int maxSamples, Optional<SpecAugment> masks) {
    this.config = config;
    this.crop = crop;
    this.randomCrop = new RandomCrop(maxSamples);
    this.shift = new TimeShift(config.shiftSeconds());
    this.speed =
        config.speed().isEmpty()
            ? Optional.empty()
            : Optional.of(new Speed(config.speed().get(0), config.speed().get(1)));
    this.noise =
        config.noiseSnrDb().isEmpty()
            ? Optional.empty()
            : Optional.of(new Noise(config.noiseSnrDb().get(0), config.noiseSnrDb().get(1)));
    this.gain = new Gain(config.gainDb());
    this.masks = masks;
  }

  @Override
  public Class<SoundGeometry> geometryType() {
    return SoundGeometry.class;
  }

  @Override
  public boolean drawsGeometry() {
    return speed.isPresent() || config.randomCrop() || config.shiftSeconds() > 0;
  }

  @Override
  public boolean isNone() {
    return !drawsGeometry() && noise.isEmpty() && config.gainDb() == 0 && masks.isEmpty();
  }

  @Override
  public SoundGeometry drawGeometry(Sound example, RandomGenerator random) {
    if (!drawsGeometry()) {
      return SoundGeometry.NONE;
    }
    double factor = speed.map(step -> step.draw(random)).orElse(1.0);
    double frames = Speed.frames(example.frames(), factor);
    OptionalDouble start =
        config.randomCrop()
            ? OptionalDouble.of(randomCrop.draw((int) frames, random) / frames)
            : OptionalDouble.empty();
    int kept = (int) Math.min(frames, randomCrop.most());
    double later = shift.draw(kept, example.rateHz(), random) / frames;
    return new SoundGeometry(factor, start, later);
  }

  @Override
  public Sound apply(Sound example, SoundGeometry geometry, RandomGenerator random) {
    Sound stretched = Speed.apply(example, geometry.speed());
    double frames = stretched.frames();
    // cut first, so that noise is measured against what the model hears
    Sound clip =
        geometry.start().isPresent()
            ? randomCrop.apply(stretched, (int) Math.round(geometry.start().getAsDouble() * frames))
            : crop.of(stretched, randomCrop.most());
    clip = TimeShift.apply(clip, (int) Math.round(geometry.later() * frames));
    if (noise.isPresent()) {
      clip = noise.get().apply(clip, random);
    }
    return config.gainDb() > 0 ? gain.apply(clip, random) : clip;
  }

  @Override
  public void features(
      FloatBuffer content,
      FloatBuffer positions,
      int elements,
      SoundGeometry geometry,
      RandomGenerator random) {
    masks.ifPresent(spectrogram -> spectrogram.apply(content, elements, random));
  }
}
