/** What a model is made of and what it costs, without training it. */
@NullMarked
package io.perceiver.internal.describe;

import org.jspecify.annotations.NullMarked;
