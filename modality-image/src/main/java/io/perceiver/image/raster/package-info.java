/**
 * Images as plain bytes and how they change size: the raw example of the image modality, whatever
 * file it came from, with the resampling that brings it to a model's height and width.
 */
@NullMarked
package io.perceiver.image.raster;

import org.jspecify.annotations.NullMarked;
