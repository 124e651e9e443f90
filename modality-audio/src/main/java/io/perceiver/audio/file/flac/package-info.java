/**
 * FLAC (RFC 9639): its metadata, frames, predictors and checksums, from a stream to integers. Knows
 * nothing of the rest. No library on hand decodes large residuals rightly, hence this one.
 *
 * <p>Damage shows as an {@link IllegalArgumentException} that says what is wrong.
 */
@NullMarked
package io.perceiver.audio.file.flac;

import org.jspecify.annotations.NullMarked;
