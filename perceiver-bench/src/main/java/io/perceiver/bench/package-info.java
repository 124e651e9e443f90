/**
 * Measurements of this project, each a {@link io.perceiver.bench.Bench}: what it is told is a
 * {@link io.perceiver.bench.BenchRun}, what it found a {@link io.perceiver.bench.report.Report}.
 */
@NullMarked
package io.perceiver.bench;

import org.jspecify.annotations.NullMarked;
