/** Words for messages: which known name was probably meant. */
@NullMarked
package io.perceiver.internal.text;

import org.jspecify.annotations.NullMarked;
