/**
 * A project in small in which every rule of the architecture is broken at least once, by the class
 * whose name says how; what is in {@code cli} and {@code pytorch} does the same where it is
 * allowed.
 */
@NullMarked
package io.perceiver.it.broken;

import org.jspecify.annotations.NullMarked;
