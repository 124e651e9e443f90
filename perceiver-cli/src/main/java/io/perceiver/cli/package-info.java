/**
 * The command line: one class a verb, and what the verbs share. This is where plugin folders,
 * system properties, standard streams and exit codes are known; everything else is told.
 */
@NullMarked
package io.perceiver.cli;

import org.jspecify.annotations.NullMarked;
