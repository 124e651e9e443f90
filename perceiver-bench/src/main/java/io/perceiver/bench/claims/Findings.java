package io.perceiver.bench.claims;

import io.perceiver.bench.report.Section;
import java.util.List;

/**
 * What came out of a part.
 *
 * @param sentence for the top of the page
 * @param sections in order
 */
record Findings(String sentence, List<Section> sections) {

  /** Keeps a copy. */
  Findings {
    sections = List.copyOf(sections);
  }
}
