/**
 * The smallest plugin that keeps every clause of the contract: a signal that holds one value. It is
 * there to be read, and to stand in for a modality in tests.
 */
@NullMarked
package io.perceiver.testkit.constant;

import org.jspecify.annotations.NullMarked;
