package io.perceiver.bench.claims;

import io.perceiver.api.ByteArraySpec;

/**
 * What networks learn from, are chosen by, and are reported on.
 *
 * @param name of the data, with the sizes of the splits
 * @param spec of a picture's elements
 */
record PixelSplits(
    String name, ByteArraySpec spec, Pictures train, Pictures validation, Pictures test) {

  /** Examples of each split for a line of a report. */
  String sizes() {
    return "%d to learn from, %d to choose by, %d to report on"
        .formatted(train.size(), validation.size(), test.size());
  }

  /** Returns a copy with fewer examples to learn from. */
  PixelSplits with(int examples) {
    return new PixelSplits(name, spec, train.first(examples), validation, test);
  }
}
