/**
 * Random changes to training images: Inception crops, flips, shifts, colour jitter and a
 * RandAugment-style policy, all in plain Java on {@link io.perceiver.image.raster.Raster}. Every
 * draw comes from the generator given for one example.
 */
@NullMarked
package io.perceiver.image.augment;

import org.jspecify.annotations.NullMarked;
