/** How long the packaged program takes to start. */
@NullMarked
package io.perceiver.bench.startup;

import org.jspecify.annotations.NullMarked;
