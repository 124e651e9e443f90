/**
 * Random changes of training clips, each its own small type, and of their spectrograms. Every draw
 * comes from the generator of the example.
 */
@NullMarked
package io.perceiver.audio.augment;

import org.jspecify.annotations.NullMarked;
