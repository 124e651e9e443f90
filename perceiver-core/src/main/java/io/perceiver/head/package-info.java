/** The heads of this project as plugins, with their settings: what a model can be asked for. */
@NullMarked
package io.perceiver.head;

import org.jspecify.annotations.NullMarked;
