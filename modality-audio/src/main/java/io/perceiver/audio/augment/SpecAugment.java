package io.perceiver.audio.augment;

import io.perceiver.audio.mel.MelGrid;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Masks over time and frequency (Park et al. 2019, SpecAugment, §2): each mask has a width uniform
 * from 0 to the largest, a place uniform where it fits, and hides all channels. What is hidden
 * becomes the mean, which is 0 where values are standardised. Time warping, the paper's third
 * change, is left out: it found it to help least.
 *
 * @param timeMasks number of masks over time
 * @param frames largest width of one
 * @param frequencyMasks number of masks over frequency
 * @param bands largest width of one
 * @param grid how the spectrogram lies in the elements
 * @param standardised whether the mean is 0
 */
public record SpecAugment(
    int timeMasks, int frames, int frequencyMasks, int bands, MelGrid grid, boolean standardised) {

  /** As configured; empty where no mask is. */
  public static Optional<SpecAugment> of(
      AugmentationConfig config, MelGrid grid, boolean standardised) {
    if (config.timeMasks() == 0 && config.frequencyMasks() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new SpecAugment(
            config.timeMasks(),
            config.timeMaskFrames(),
            config.frequencyMasks(),
            config.frequencyMaskBands(),
            grid,
            standardised));
  }

  /** Masks the elements of one example in place. */
  void apply(FloatBuffer content, int elements, RandomGenerator random) {
    float hidden = standardised ? 0 : mean(content, elements * grid.elementChannels());
    int frameCount = elements / grid.rows() * grid.frames();
    int bandCount = grid.rows() * grid.bands();
    for (int mask = 0; mask < timeMasks; mask++) {
      int width = Math.min(frameCount, random.nextInt(frames + 1));
      int from = random.nextInt(frameCount - width + 1);
      hide(content, from, from + width, 0, bandCount, hidden);
    }
    for (int mask = 0; mask < frequencyMasks; mask++) {
      int width = Math.min(bandCount, random.nextInt(bands + 1));
      int from = random.nextInt(bandCount - width + 1);
      hide(content, 0, frameCount, from, from + width, hidden);
    }
  }

  private void hide(
      FloatBuffer content, int fromFrame, int toFrame, int fromBand, int toBand, float value) {
    int start = content.position();
    for (int frame = fromFrame; frame < toFrame; frame++) {
      for (int band = fromBand; band < toBand; band++) {
        for (int channel = 0; channel < grid.channels(); channel++) {
          content.put(start + grid.index(frame, band, channel), value);
        }
      }
    }
  }

  private static float mean(FloatBuffer content, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += content.get(content.position() + i);
    }
    return (float) (sum / count);
  }
}
