/**
 * The operations worth fusing, and their plain twins in NDArray operations, the reference. An
 * engine's module brings its own by {@link io.perceiver.internal.kernel.KernelsProvider}.
 */
@NullMarked
package io.perceiver.internal.kernel;

import org.jspecify.annotations.NullMarked;
