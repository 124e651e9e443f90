package io.perceiver.internal.data;

import io.perceiver.api.SourceRecord;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of sources, kept to be used again. First come, first kept, and never given up: an
 * epoch reads every example once, so that of a data set too large any share kept is as good as
 * another, while giving way to the latest would keep nothing. Thread-safe.
 *
 * @param <V> not to be changed by anybody
 */
final class KeptExamples<V> {
  private final CacheBudget budget;
  private final Function<V, OptionalLong> bytes;
  private final Map<SourceRecord, V> kept = new ConcurrentHashMap<>();

  /**
   * Keeps nothing yet.
   *
   * @param bytes memory of one; empty for one that cannot be kept
   */
  KeptExamples(CacheBudget budget, Function<V, OptionalLong> bytes) {
    this.budget = budget;
    this.bytes = bytes;
  }

  @Nullable V find(SourceRecord source) {
    return kept.get(source);
  }

  /** Keeps a value where there is room; of two for one source, the first. */
  void offer(SourceRecord source, V value) {
    if (budget.isSpent() || kept.containsKey(source)) {
      return;
    }
    OptionalLong size = bytes.apply(value);
    if (size.isPresent() && budget.take(size.getAsLong())) {
      kept.putIfAbsent(source, value);
    }
  }
}
