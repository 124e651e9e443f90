/**
 * Time and memory against input elements: linear for the Perceiver, quadratic for a Transformer.
 */
@NullMarked
package io.perceiver.bench.scaling;

import org.jspecify.annotations.NullMarked;
