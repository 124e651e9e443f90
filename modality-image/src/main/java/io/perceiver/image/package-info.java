/**
 * The image modality: files or IDX records become {@link io.perceiver.image.raster.Raster}s, these
 * a byte array of one element for each pixel (Perceiver §4.1) or square patch.
 */
@NullMarked
package io.perceiver.image;

import org.jspecify.annotations.NullMarked;
