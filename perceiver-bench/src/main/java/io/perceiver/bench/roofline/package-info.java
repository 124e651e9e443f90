/** How much of the machine's arithmetic the network uses. */
@NullMarked
package io.perceiver.bench.roofline;

import org.jspecify.annotations.NullMarked;
