/** What is predicted, from a command line's arguments, and how predictions are printed. */
@NullMarked
package io.perceiver.cli.predict;

import org.jspecify.annotations.NullMarked;
