/** Sound as samples over time, and its change to another rate. Knows no file and no model. */
@NullMarked
package io.perceiver.audio.signal;

import org.jspecify.annotations.NullMarked;
