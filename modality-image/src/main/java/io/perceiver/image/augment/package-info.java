/**
 * Random changes to training images: Inception crops, flips, shifts, colour jitter and a
 * RandAugment-style policy, all in plain Java on {@link io.perceiver.image.raster.Raster}. Every
 * draw comes from the generator given for one example. How an image is cut and moved is drawn by
 * itself, in shares of its size, so that masks and other views of the scene can follow.
 */
@NullMarked
package io.perceiver.image.augment;

import org.jspecify.annotations.NullMarked;
