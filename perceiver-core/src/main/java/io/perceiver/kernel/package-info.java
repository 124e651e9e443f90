/** Where a model computes, and how precisely. */
@NullMarked
package io.perceiver.kernel;

import org.jspecify.annotations.NullMarked;
