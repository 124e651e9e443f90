package io.perceiver.image.augment;

import io.perceiver.api.Augmentation;
import io.perceiver.image.raster.Frame;
import io.perceiver.image.raster.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Brings an image to the model's size, by a random crop if configured, then changes it step by
 * step. Thread-safe and without memory.
 */
public final class ImageAugmentation implements Augmentation<Raster> {
  private final List<Step> steps;

  private ImageAugmentation(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The configured changes; {@link Augmentation#none()} where there are none. */
  public static Augmentation<Raster> of(AugmentationConfig config, Frame frame) {
    List<Step> changes = changes(config);
    if (changes.isEmpty() && config.cropArea().isEmpty()) {
      return Augmentation.none();
    }
    Step sizing =
        config.cropArea().isEmpty()
            ? (image, random) -> frame.fit(image)
            : new RandomResizedCrop(config.cropArea(), config.cropAspect(), frame);
    changes.add(0, sizing);
    return new ImageAugmentation(changes);
  }

  private static List<Step> changes(AugmentationConfig config) {
    List<Step> changes = new ArrayList<>();
    if (config.flip() > 0) {
      changes.add(new RandomFlip(config.flip()));
    }
    if (config.shift() > 0) {
      changes.add(new RandomShift(config.shift(), config.fill()));
    }
    if (config.brightness() > 0 || config.contrast() > 0 || config.saturation() > 0) {
      changes.add(new ColourJitter(config.brightness(), config.contrast(), config.saturation()));
    }
    if (config.randAugmentOperations() > 0) {
      double strength = config.randAugmentMagnitude() / AugmentationConfig.MAX_MAGNITUDE;
      changes.add(new RandAugment(config.randAugmentOperations(), strength, config.fill()));
    }
    return changes;
  }

  @Override
  public Raster example(Raster example, RandomGenerator random) {
    Raster image = example;
    for (Step step : steps) {
      image = step.apply(image, random);
    }
    return image;
  }

  /** One change. */
  interface Step {
    /** A changed copy of the image, or the image itself. */
    Raster apply(Raster image, RandomGenerator random);
  }
}
