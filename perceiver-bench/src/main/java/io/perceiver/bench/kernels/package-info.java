/** The engine's kernels against their plain twins, measured with JMH. */
@NullMarked
package io.perceiver.bench.kernels;

import org.jspecify.annotations.NullMarked;
