package io.perceiver.bench.claims;

import io.perceiver.bench.report.Section;

/**
 * What came out of a part.
 *
 * @param sentence for the top of the page
 * @param section with the figures
 */
record Findings(String sentence, Section section) {}
