package io.perceiver.image.augment;

import java.util.List;
import java.util.Optional;

/**
 * How an image is cut and moved, for images of any size: everything is a share of width or height.
 * The steps come in the order of the components.
 *
 * @param crop the part that is kept; empty for all of it, brought to the model's size as configured
 * @param flip whether left and right are exchanged
 * @param shift a shift; empty for none
 * @param operations the moves among RandAugment's operations, each in its place; empty where a
 *     change of colours stands, which is each image's own
 */
record ImageGeometry(
    Optional<Part> crop,
    boolean flip,
    Optional<RelativeAffine> shift,
    List<Optional<RelativeAffine>> operations) {
  /** No move. */
  static final ImageGeometry NONE =
      new ImageGeometry(Optional.empty(), false, Optional.empty(), List.of());

  /** Keeps its own copy. */
  ImageGeometry {
    operations = List.copyOf(operations);
  }
}
