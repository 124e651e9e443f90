/** What moving the parameters costs. */
@NullMarked
package io.perceiver.bench.optimizer;

import org.jspecify.annotations.NullMarked;
