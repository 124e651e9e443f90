/**
 * Looks at a data set before it is read in earnest: broken files, files that leak from one split
 * into another, and what the examples are. {@link io.perceiver.internal.data.check.DatasetCheck} is
 * the way in.
 */
@NullMarked
package io.perceiver.internal.data.check;

import org.jspecify.annotations.NullMarked;
