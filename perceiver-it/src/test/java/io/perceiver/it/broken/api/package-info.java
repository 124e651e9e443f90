/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.api;

import org.jspecify.annotations.NullMarked;
