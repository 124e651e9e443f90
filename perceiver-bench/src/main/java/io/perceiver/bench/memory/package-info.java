/** How much memory a training step needs, by the plain formula, with kernels, and checkpointed. */
@NullMarked
package io.perceiver.bench.memory;

import org.jspecify.annotations.NullMarked;
