package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The operations of RandAugment (Cubuk et al. 2020, §3: the fourteen of its list) and inversion,
 * which its published code adds. Largest strengths are AutoAugment's (Cubuk et al. 2019, table 6).
 */
enum Distortion {
  IDENTITY((image, strength, fill) -> image),
  AUTO_CONTRAST((image, strength, fill) -> Levels.autoContrast(image)),
  EQUALIZE((image, strength, fill) -> Levels.equalize(image)),
  INVERT((image, strength, fill) -> Levels.invert(image)),
  ROTATE((image, strength, fill) -> Affine.rotation(30 * strength).warp(image, fill)),
  POSTERIZE((image, strength, fill) -> Levels.posterize(image, 8 - part(4, strength))),
  SOLARIZE((image, strength, fill) -> Levels.solarize(image, 256 - part(256, strength))),
  COLOUR((image, strength, fill) -> Blend.saturation(image, 1 + 0.9 * strength)),
  CONTRAST((image, strength, fill) -> Levels.contrast(image, 1 + 0.9 * strength)),
  BRIGHTNESS((image, strength, fill) -> Levels.brightness(image, 1 + 0.9 * strength)),
  SHARPNESS((image, strength, fill) -> Blend.sharpness(image, 1 + 0.9 * strength)),
  SHEAR_X((image, strength, fill) -> Affine.shear(0.3 * strength, 0).warp(image, fill)),
  SHEAR_Y((image, strength, fill) -> Affine.shear(0, 0.3 * strength).warp(image, fill)),
  TRANSLATE_X(
      (image, strength, fill) ->
          Affine.translation(shift(image.width(), strength), 0).warp(image, fill)),
  TRANSLATE_Y(
      (image, strength, fill) ->
          Affine.translation(0, shift(image.height(), strength)).warp(image, fill));

  private static final List<Distortion> ALL = List.of(values());

  private final Operation operation;

  Distortion(Operation operation) {
    this.operation = operation;
  }

  /** One of them, all equally likely. */
  static Distortion draw(RandomGenerator random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  /**
   * A changed copy of the image, or the image itself.
   *
   * @param strength -1 to 1; the sign is a direction, and without meaning where there is none
   * @param fill level of what is uncovered
   */
  Raster apply(Raster image, double strength, int fill) {
    return operation.apply(image, strength, fill);
  }

  private static int part(int largest, double strength) {
    return (int) Math.round(largest * Math.abs(strength));
  }

  /** AutoAugment shifts by up to 150 pixels of 331. */
  private static double shift(int size, double strength) {
    return Math.rint(150.0 / 331 * size * strength);
  }

  /** What a distortion does. */
  private interface Operation {
    Raster apply(Raster image, double strength, int fill);
  }
}
