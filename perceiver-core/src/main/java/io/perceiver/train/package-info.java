/** One step of training, what it is made of, and what a training tells those who listen. */
@NullMarked
package io.perceiver.train;

import org.jspecify.annotations.NullMarked;
