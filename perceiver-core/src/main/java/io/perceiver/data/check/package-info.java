/** What the check of a data set found before a training, and what it may do about it. */
@NullMarked
package io.perceiver.data.check;

import org.jspecify.annotations.NullMarked;
