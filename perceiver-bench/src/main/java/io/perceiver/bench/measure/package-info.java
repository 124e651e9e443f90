/**
 * How things are measured: interleaved rounds after a warm-up, medians with quartiles, the
 * machine's own matrix-product peak, peak memory, and fits through points.
 */
@NullMarked
package io.perceiver.bench.measure;

import org.jspecify.annotations.NullMarked;
