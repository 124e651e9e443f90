/**
 * What is measured: a network with a batch of made-up data, its forward pass and its training step,
 * through the same public types that training uses.
 */
@NullMarked
package io.perceiver.bench.subject;

import org.jspecify.annotations.NullMarked;
