/**
 * What an evaluation found: figures of each head, confusion matrices, intervals, and the same for
 * every subset of a model's modalities. Plain values that know neither engine nor files.
 */
@NullMarked
package io.perceiver.evaluate;

import org.jspecify.annotations.NullMarked;
