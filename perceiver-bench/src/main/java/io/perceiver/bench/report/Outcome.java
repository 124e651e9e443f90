package io.perceiver.bench.report;

import io.perceiver.bench.measure.Peak;
import java.util.Optional;

/**
 * A finished run of a bench.
 *
 * @param bench its name
 * @param report what it found
 * @param environment on what machine and how
 * @param peak the matrix-product peak of the same run
 * @param seconds the whole run took
 */
public record Outcome(
    String bench, Report report, Environment environment, Optional<Peak> peak, double seconds) {}
