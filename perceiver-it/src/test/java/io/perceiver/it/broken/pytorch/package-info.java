/** Classes that break a rule on purpose. */
@NullMarked
package io.perceiver.it.broken.pytorch;

import org.jspecify.annotations.NullMarked;
