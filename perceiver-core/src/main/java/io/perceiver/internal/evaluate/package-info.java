/** Counts, figures and intervals behind an evaluation's result. */
@NullMarked
package io.perceiver.internal.evaluate;

import org.jspecify.annotations.NullMarked;
