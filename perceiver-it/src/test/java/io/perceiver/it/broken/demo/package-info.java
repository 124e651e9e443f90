/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.demo;

import org.jspecify.annotations.NullMarked;
