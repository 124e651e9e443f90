package io.perceiver.image.augment;

import io.perceiver.image.raster.Frame;
import io.perceiver.image.raster.Raster;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Some operations drawn with equal probability, all of one strength (RandAugment, Cubuk et al.
 * 2020). The operations and their largest strengths are in {@link Distortion}. Which of them move
 * the image, and how, is drawn first; which colours change in the places between is drawn later,
 * for each image of a scene by itself.
 *
 * @param operations how many, one after the other
 * @param strength 0 to 1, the paper's magnitude divided by 10
 */
record RandAugment(int operations, double strength) {

  /** Draws the moves, each in its place; empty where colours are to change. */
  List<Optional<RelativeAffine>> drawMoves(Frame frame, RandomGenerator random) {
    return Stream.generate(
            () -> Distortion.draw(random).move(frame.height(), frame.width(), signed(random)))
        .limit(operations)
        .toList();
  }

  /** Returns a copy of the image in other colours, or the image itself. */
  Raster recolour(Raster image, RandomGenerator random) {
    return Distortion.drawOfColours(random).recolour(image, signed(random));
  }

  private double signed(RandomGenerator random) {
    return random.nextBoolean() ? strength : -strength;
  }
}
