/**
 * What the Perceiver was published for, at a size anyone can repeat: permuted pixels, fusion,
 * sharing of weights. Every finished training is a line of a file, so that a run that was cut short
 * goes on where it was.
 */
@NullMarked
package io.perceiver.bench.claims;

import org.jspecify.annotations.NullMarked;
