/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.image;

import org.jspecify.annotations.NullMarked;
