package io.perceiver.testkit;

import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** How clauses are judged: the message says what is wrong, and nothing is added to it. */
final class Verdict {

  private Verdict() {}

  /** Fails unless the condition holds. */
  static void check(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new AssertionFailedError(otherwise.get());
    }
  }
}
