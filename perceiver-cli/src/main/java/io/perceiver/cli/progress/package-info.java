/** How a training is watched: a bar in a terminal, lines elsewhere. */
@NullMarked
package io.perceiver.cli.progress;

import org.jspecify.annotations.NullMarked;
