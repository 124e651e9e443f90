/**
 * The distribution as a user gets it, run as a user runs it: through its launcher, in a process of
 * its own.
 */
@NullMarked
package io.perceiver.it.distribution;

import org.jspecify.annotations.NullMarked;
