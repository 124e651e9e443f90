package io.perceiver.demo;

/** A point in space, z pointing up. */
record Point(double x, double y, double z) {}
