/** This project against a TorchScript file, in the same engine and the same minutes. */
@NullMarked
package io.perceiver.bench.peer;

import org.jspecify.annotations.NullMarked;
