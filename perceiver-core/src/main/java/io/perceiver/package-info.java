/** The façade and the composition root: the only package that knows Guice. */
@NullMarked
package io.perceiver;

import org.jspecify.annotations.NullMarked;
