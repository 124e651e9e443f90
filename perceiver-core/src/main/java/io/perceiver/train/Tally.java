package io.perceiver.train;

import io.perceiver.api.Head;
import io.perceiver.data.HostBatch;
import io.perceiver.data.TargetBatch;
import io.perceiver.evaluate.HeadResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The figures of all heads in the making. Used by one thread. */
final class Tally {
  private final Map<String, HeadTally> heads = new LinkedHashMap<>();
  private long examples;

  Tally(Map<String, Head> heads) {
    heads.forEach((name, head) -> this.heads.put(name, new HeadTally(head)));
  }

  /**
   * Adds some examples of a batch.
   *
   * @param counted (batch), which ones
   */
  void add(HostBatch batch, Outputs outputs, boolean[] counted) {
    for (boolean each : counted) {
      examples += each ? 1 : 0;
    }
    heads.forEach(
        (name, tally) -> {
          TargetBatch targets = Objects.requireNonNull(batch.targets().get(name), name);
          float[][] rows = Objects.requireNonNull(outputs.rows().get(name), name);
          float[] losses = Objects.requireNonNull(outputs.losses().get(name), name);
          for (int i = 0; i < counted.length; i++) {
            if (counted[i] && targets.weights()[i] > 0) {
              tally.add(rows[i], targets.row(i), losses[i]);
            }
          }
        });
  }

  /** How many were added, with a target or without. */
  long examples() {
    return examples;
  }

  Map<String, HeadResult> results() {
    Map<String, HeadResult> results = new LinkedHashMap<>();
    heads.forEach((name, tally) -> results.put(name, tally.result()));
    return results;
  }
}
