/** The verbs of the command line, each in a process of its own, on tiny data and models. */
@NullMarked
package io.perceiver.it.cli;

import org.jspecify.annotations.NullMarked;
