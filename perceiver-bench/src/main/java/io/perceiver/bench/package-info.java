/** The place of this module's code; nothing is here yet. */
@NullMarked
package io.perceiver.bench;

import org.jspecify.annotations.NullMarked;
