/** The operations worth fusing, and their plain twins in NDArray operations, the reference. */
@NullMarked
package io.perceiver.kernel;

import org.jspecify.annotations.NullMarked;
