package io.perceiver.image.augment;

import io.perceiver.api.Augmentation;
import io.perceiver.image.raster.Frame;
import io.perceiver.image.raster.Raster;
import io.perceiver.image.raster.Resampling;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Brings an image to the model's size, by a random crop if configured, then flips, shifts and
 * recolours it. Crops, flips, shifts and turns are its geometry, which other images can follow:
 * they are cut and moved alike at any size, indices without mixing them, and keep their own
 * colours. Thread-safe and without memory.
 */
public final class ImageAugmentation implements Augmentation<Raster, ImageGeometry> {
  private final AugmentationConfig config;
  private final Frame frame;
  private final Optional<RandomResizedCrop> crop;
  private final RandomFlip flip;
  private final RandomShift shift;
  private final ColourJitter jitter;
  private final RandAugment randAugment;

  /**
   * Creates the configured changes.
   *
   * @param frame the size of the result
   */
  public ImageAugmentation(AugmentationConfig config, Frame frame) {
    this.config = config;
    this.frame = frame;
    this.crop =
        config.cropArea().isEmpty()
            ? Optional.empty()
            : Optional.of(new RandomResizedCrop(config.cropArea(), config.cropAspect()));
    this.flip = new RandomFlip(config.flip());
    this.shift = new RandomShift(config.shift(), frame);
    this.jitter = new ColourJitter(config.brightness(), config.contrast(), config.saturation());
    this.randAugment =
        new RandAugment(
            config.randAugmentOperations(),
            config.randAugmentMagnitude() / AugmentationConfig.MAX_MAGNITUDE);
  }

  @Override
  public Class<ImageGeometry> geometryType() {
    return ImageGeometry.class;
  }

  @Override
  public boolean drawsGeometry() {
    return config.moves();
  }

  @Override
  public boolean isNone() {
    return !config.moves() && !config.changesColours();
  }

  @Override
  public ImageGeometry drawGeometry(Raster example, RandomGenerator random) {
    return config.moves()
        ? new ImageGeometry(
            crop.map(part -> Part.of(part.draw(example, random), example)),
            flip.draw(random),
            shift.draw(random),
            randAugment.drawMoves(frame, random))
        : ImageGeometry.NONE;
  }

  @Override
  public Raster apply(Raster example, ImageGeometry geometry, RandomGenerator random) {
    Raster image = sized(example, geometry.crop());
    if (geometry.flip()) {
      image = RandomFlip.flipped(image);
    }
    image = moved(image, geometry.shift());
    image = jitter.apply(image, random);
    return operated(image, geometry.operations(), random);
  }

  private Raster sized(Raster image, Optional<Part> part) {
    return part.map(
            kept ->
                Resampling.resize(
                    image, kept.in(image), frame.filter(), frame.height(), frame.width()))
        .orElseGet(() -> frame.fit(image));
  }

  private Raster moved(Raster image, Optional<RelativeAffine> move) {
    return move.map(affine -> affine.in(image).warp(image, config.fill())).orElse(image);
  }

  private Raster operated(
      Raster image, List<Optional<RelativeAffine>> operations, RandomGenerator random) {
    Raster changed = image;
    for (Optional<RelativeAffine> move : operations) {
      boolean colours = move.isEmpty() && config.randAugmentOperations() > 0;
      changed = colours ? randAugment.recolour(changed, random) : moved(changed, move);
    }
    return changed;
  }
}
