/**
 * Damaged files for readers: {@link io.perceiver.testkit.fuzz.Fuzzer} changes good ones again and
 * again, and fails when a reader does anything but read or refuse them.
 */
@NullMarked
package io.perceiver.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
