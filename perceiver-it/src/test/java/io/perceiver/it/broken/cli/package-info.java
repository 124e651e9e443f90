/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.cli;

import org.jspecify.annotations.NullMarked;
