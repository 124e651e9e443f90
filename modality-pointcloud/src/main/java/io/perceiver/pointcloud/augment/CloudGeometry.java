package io.perceiver.pointcloud.augment;

import java.util.List;
import java.util.Optional;

/**
 * How a cloud is stretched, mirrored, turned and shifted, for clouds of any size: they are brought
 * to the unit cube before. The steps come in the order of the components.
 *
 * @param factors of every axis; negative where it is mirrored
 * @param turn a rotation; empty for none
 * @param shift along every axis, once the positions are normalised; each cloud is shifted as far as
 *     it stays within [-1, 1]
 */
record CloudGeometry(List<Double> factors, Optional<Turn> turn, List<Double> shift) {
  /** No move. */
  static final CloudGeometry NONE =
      new CloudGeometry(List.of(1.0, 1.0, 1.0), Optional.empty(), List.of(0.0, 0.0, 0.0));

  /** Keeps its own copies. */
  CloudGeometry {
    factors = List.copyOf(factors);
    shift = List.copyOf(shift);
  }

  /** Whether it leaves points where they are, up to the shift. */
  boolean keepsShape() {
    return factors.equals(NONE.factors) && turn.isEmpty();
  }
}
