/**
 * Random changes of training clips, each its own small type, and of their spectrograms. Every draw
 * comes from the generator of the example. How a clip is stretched, cut and shifted is drawn by
 * itself, in shares of its length, so that other recordings of the sound can follow.
 */
@NullMarked
package io.perceiver.audio.augment;

import org.jspecify.annotations.NullMarked;
