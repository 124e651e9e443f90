package io.perceiver.demo;

/**
 * The shape of a kind of object, upright, within the unit circle.
 *
 * <p>u runs to the right and v upwards, both -1 to 1. Only operations that IEEE 754 and StrictMath
 * define exactly are used, so that a shape is the same on every machine.
 */
@FunctionalInterface
interface Outline {
  /** Whether a point of the unit circle lies on the object. */
  boolean contains(double u, double v);
}
