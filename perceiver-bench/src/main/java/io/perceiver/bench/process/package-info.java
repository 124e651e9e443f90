/**
 * Child processes: peak memory is a process's own, and what does not fit must not take this one
 * with it.
 */
@NullMarked
package io.perceiver.bench.process;

import org.jspecify.annotations.NullMarked;
