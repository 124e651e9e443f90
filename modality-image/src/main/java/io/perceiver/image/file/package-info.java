/**
 * Image files: which format the bytes are of, whether their size is acceptable, and decoding them
 * by ImageIO with the TwelveMonkeys plugins. Nothing in a file is believed before it is checked.
 */
@NullMarked
package io.perceiver.image.file;

import org.jspecify.annotations.NullMarked;
