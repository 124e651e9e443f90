/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.train;

import org.jspecify.annotations.NullMarked;
