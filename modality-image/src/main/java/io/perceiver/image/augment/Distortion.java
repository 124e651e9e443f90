package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The operations of RandAugment (Cubuk et al. 2020, §3: the fourteen of its list) and inversion,
 * which its published code adds. Largest strengths are AutoAugment's (Cubuk et al. 2019, table 6).
 */
enum Distortion {
  IDENTITY((image, strength) -> image),
  AUTO_CONTRAST((image, strength) -> Levels.autoContrast(image)),
  EQUALIZE((image, strength) -> Levels.equalize(image)),
  INVERT((image, strength) -> Levels.invert(image)),
  ROTATE((height, width, strength) -> Affine.rotation(30 * strength)),
  POSTERIZE((image, strength) -> Levels.posterize(image, 8 - part(4, strength))),
  SOLARIZE((image, strength) -> Levels.solarize(image, 256 - part(256, strength))),
  COLOUR((image, strength) -> Blend.saturation(image, 1 + 0.9 * strength)),
  CONTRAST((image, strength) -> Levels.contrast(image, 1 + 0.9 * strength)),
  BRIGHTNESS((image, strength) -> Levels.brightness(image, 1 + 0.9 * strength)),
  SHARPNESS((image, strength) -> Blend.sharpness(image, 1 + 0.9 * strength)),
  SHEAR_X((height, width, strength) -> Affine.shear(0.3 * strength, 0)),
  SHEAR_Y((height, width, strength) -> Affine.shear(0, 0.3 * strength)),
  TRANSLATE_X((height, width, strength) -> Affine.translation(shift(width, strength), 0)),
  TRANSLATE_Y((height, width, strength) -> Affine.translation(0, shift(height, strength)));

  private static final List<Distortion> ALL = List.of(values());
  private static final List<Distortion> OF_COLOURS =
      ALL.stream().filter(distortion -> !distortion.moves()).toList();

  private final Object operation;

  Distortion(Recolouring recolouring) {
    this.operation = recolouring;
  }

  Distortion(Move move) {
    this.operation = move;
  }

  /** Draws one, all equally likely. */
  static Distortion draw(RandomGenerator random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  /** Draws one that moves nothing, all equally likely. */
  static Distortion drawOfColours(RandomGenerator random) {
    return OF_COLOURS.get(random.nextInt(OF_COLOURS.size()));
  }

  /** Whether it moves the image; if not, it changes colours at most. */
  boolean moves() {
    return operation instanceof Move;
  }

  /**
   * Returns the move of an image of this size; empty for a change of colours.
   *
   * @param strength -1 to 1; the sign is a direction
   */
  Optional<RelativeAffine> move(int height, int width, double strength) {
    return operation instanceof Move move
        ? Optional.of(RelativeAffine.of(move.of(height, width, strength), height, width))
        : Optional.empty();
  }

  /**
   * Returns a recoloured copy of the image, or the image itself; never moves it.
   *
   * @param strength -1 to 1; the sign is a direction, and without meaning if there is none
   */
  Raster recolour(Raster image, double strength) {
    return operation instanceof Recolouring recolouring ? recolouring.of(image, strength) : image;
  }

  private static int part(int largest, double strength) {
    return (int) Math.round(largest * Math.abs(strength));
  }

  /** AutoAugment shifts by up to 150 pixels of 331. */
  private static double shift(int size, double strength) {
    return Math.rint(150.0 / 331 * size * strength);
  }

  /** A change of colours. */
  private interface Recolouring {
    Raster of(Raster image, double strength);
  }

  /** A move of images of a size. */
  private interface Move {
    Affine of(int height, int width, double strength);
  }
}
