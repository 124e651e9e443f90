package io.perceiver.demo;

import java.util.Random;

/**
 * What there is to see: one object on an even ground.
 *
 * @param silhouette the object's outline
 * @param x centre of its enclosing circle, 0 at the left to 1 at the right
 * @param y centre of its enclosing circle, 0 at the bottom to 1 at the top
 * @param diameter of its enclosing circle, as a share of the picture's side
 * @param turn how far it is turned anticlockwise, radians
 * @param colour the object's colour
 * @param ground the colour of what it lies on
 */
record Scene(
    Silhouette silhouette,
    double x,
    double y,
    double diameter,
    double turn,
    Rgb colour,
    Rgb ground) {

  /**
   * Draws a scene. Place, size, angle and colours do not depend on the outline, so they say nothing
   * about the class.
   *
   * @param random where the draws come from; a fixed number of them but for the colours, drawn last
   */
  static Scene draw(Silhouette silhouette, ImageDifficulty difficulty, Random random) {
    double least = difficulty.minDiameter() / ImageRenderer.SIDE;
    double most = difficulty.maxDiameter() / ImageRenderer.SIDE;
    double diameter = between(least, most, random);
    double x = between(diameter / 2, 1 - diameter / 2, random); // the object is always whole
    double y = between(diameter / 2, 1 - diameter / 2, random);
    double maxTurn = difficulty.maxTurnDegrees() / 180 * StrictMath.PI;
    double turn = between(-maxTurn, maxTurn, random);
    Rgb colour;
    Rgb ground;
    do { // both anew each time: the pair stays symmetric, so either may be the lighter one
      colour = Rgb.draw(random);
      ground = Rgb.draw(random);
    } while (Math.abs(colour.luminance() - ground.luminance()) < difficulty.minContrast());
    return new Scene(silhouette, x, y, diameter, turn, colour, ground);
  }

  private static double between(double least, double most, Random random) {
    return least + (most - least) * random.nextDouble();
  }
}
