package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** Decides about examples that cannot be read, and keeps the list of them. Thread-safe. */
public final class BadExamples {
  private final BadExamplePolicy policy;
  private final TreeMap<String, BadExample> byId = new TreeMap<>();

  /** Starts with none. */
  public BadExamples(BadExamplePolicy policy) {
    this.policy = policy;
  }

  /**
   * Takes note of an example that could not be read; one that fails again is noted once.
   *
   * @throws PerceiverException if the policy is {@link BadExamplePolicy#FAIL}
   */
  void add(Example example, String modality, SourceRecord source, IOException failure) {
    String reason = reason(source, failure);
    if (policy == BadExamplePolicy.FAIL) {
      throw new PerceiverException(
          String.format(
              "example '%s', modality '%s': %s. Mend or remove it, or set onBadExample: skip to"
                  + " leave such examples out",
              example.id(), modality, reason),
          failure);
    }
    synchronized (byId) {
      byId.putIfAbsent(example.id(), new BadExample(example.id(), modality, reason));
    }
  }

  private static String reason(SourceRecord source, IOException failure) {
    String message = String.valueOf(failure.getMessage());
    String file = source.source().name();
    return message.startsWith(file)
        ? message
        : source.name() + ": " + failure.getClass().getSimpleName() + " " + message;
  }

  /** Number of examples left out so far. */
  public int count() {
    synchronized (byId) {
      return byId.size();
    }
  }

  /** The examples left out so far, by id; a copy. */
  public List<BadExample> all() {
    synchronized (byId) {
      return List.copyOf(byId.values());
    }
  }
}
