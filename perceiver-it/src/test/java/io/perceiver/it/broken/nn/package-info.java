/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.nn;

import org.jspecify.annotations.NullMarked;
