@NullMarked
package io.perceiver.it.broken.bench;

import org.jspecify.annotations.NullMarked;
