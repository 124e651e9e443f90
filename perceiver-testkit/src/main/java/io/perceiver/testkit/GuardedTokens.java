package io.perceiver.testkit;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Tokenizer;

/** What a tokenizer wrote, and where. */
record GuardedTokens(GuardedBuffer content, GuardedBuffer positions) {

  /** Tokenizes into windows of longer arrays. */
  static <T> GuardedTokens of(Tokenizer<T> tokenizer, T example) {
    ByteArraySpec spec = tokenizer.spec();
    int elements = tokenizer.elements(example);
    int axes = spec.sharedPositions().isPresent() ? 0 : spec.axes();
    GuardedTokens written =
        new GuardedTokens(
            new GuardedBuffer(elements * spec.channels()), new GuardedBuffer(elements * axes));
    tokenizer.tokenize(example, written.content.window(), written.positions.window());
    return written;
  }
}
