/** The heads of this project, with their losses and metrics. */
@NullMarked
package io.perceiver.internal.head;

import org.jspecify.annotations.NullMarked;
