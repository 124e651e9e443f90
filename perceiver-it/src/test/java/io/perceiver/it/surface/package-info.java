/** The public surface, compared with what is checked in. */
@NullMarked
package io.perceiver.it.surface;

import org.jspecify.annotations.NullMarked;
