package io.perceiver.it.broken.bench.report;

import io.perceiver.it.broken.bench.Measures;

public record Page(Measures of) {}
