/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.testkit;

import org.jspecify.annotations.NullMarked;
