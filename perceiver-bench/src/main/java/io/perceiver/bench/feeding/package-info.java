/** Whether the trunk waits for its data. */
@NullMarked
package io.perceiver.bench.feeding;

import org.jspecify.annotations.NullMarked;
