/** The command {@code perceiver-bench}: every bench under its name, and where results go. */
@NullMarked
package io.perceiver.bench.main;

import org.jspecify.annotations.NullMarked;
