package io.perceiver.internal.data.check;

import io.perceiver.data.check.CheckMode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a data set is checked.
 *
 * @param mode how closely
 * @param limit after which the check stops where it is; empty for none
 * @param threads that look at files, at least 1
 * @param targetColumns columns whose texts make an example's label
 */
public record CheckOptions(
    CheckMode mode, Optional<Duration> limit, int threads, Set<String> targetColumns) {

  /** Keeps its own copy. */
  public CheckOptions {
    targetColumns = Set.copyOf(targetColumns);
  }
}
