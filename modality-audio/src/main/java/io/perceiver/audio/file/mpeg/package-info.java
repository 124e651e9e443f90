/**
 * The frames of MPEG audio (ISO 11172-3, 13818-3) before they are decoded: where they are, whether
 * they belong together, and what the first one says about the file's length. Knows nothing of the
 * rest.
 *
 * <p>Damage shows as an {@link IllegalArgumentException} that says what is wrong, and where.
 */
@NullMarked
package io.perceiver.audio.file.mpeg;

import org.jspecify.annotations.NullMarked;
