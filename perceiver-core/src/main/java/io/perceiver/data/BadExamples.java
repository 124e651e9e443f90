package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Decides about examples that cannot be read, and keeps the list of them. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BadExamples {
  private final BadExamplePolicy policy;
  private final Optional<String> skipping;
  private final TreeMap<String, BadExample> byId = new TreeMap<>();

  /** Starts with none; where one is refused, the configuration is where to ask for skipping. */
  public BadExamples(BadExamplePolicy policy) {
    this(policy, "set data.onBadExample: skip");
  }

  /**
   * Starts with none.
   *
   * @param skipping how to ask for skipping, which a refusal advises: {@code give --on-bad-example
   *     skip}
   */
  public BadExamples(BadExamplePolicy policy, String skipping) {
    this(policy, Optional.of(skipping));
  }

  private BadExamples(BadExamplePolicy policy, Optional<String> skipping) {
    this.policy = policy;
    this.skipping = skipping;
  }

  /** For examples none of which can be left out: each that cannot be read is refused. */
  public static BadExamples refused() {
    return new BadExamples(BadExamplePolicy.FAIL, Optional.empty());
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
          named(example, modality, source) + "modality '" + modality + "': " + reason + advice(),
          failure);
    }
    synchronized (byId) {
      byId.putIfAbsent(example.id(), new BadExample(example.id(), modality, reason));
    }
  }

  /** The example's name, unless it is called by its file, which the reason names. */
  private static String named(Example example, String modality, SourceRecord source) {
    String id = example.id();
    boolean byFile =
        id.equals(source.name()) || id.contains(modality + "=" + source.source().name());
    return byFile ? "" : "example '" + id + "', ";
  }

  private String advice() {
    return skipping
        .map(how -> ". Mend or remove it, or " + how + " to leave such examples out")
        .orElse("");
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
