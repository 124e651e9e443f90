/** Plugins of strangers, as real jars: a good one made as the guide says, and faulty ones. */
@NullMarked
package io.perceiver.it.plugin;

import org.jspecify.annotations.NullMarked;
