/** Heads of this project: what a model can be asked for. */
@NullMarked
package io.perceiver.head;

import org.jspecify.annotations.NullMarked;
