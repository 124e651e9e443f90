package io.perceiver.bench.measure;

import io.perceiver.api.PerceiverException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Seconds by workload; equal indices are of one round.
 *
 * @param seconds by workload's name
 */
public record Timings(Map<String, List<Double>> seconds) {

  /** Keeps a copy. */
  public Timings {
    Map<String, List<Double>> copy = new LinkedHashMap<>();
    seconds.forEach((name, each) -> copy.put(name, List.copyOf(each)));
    seconds = Collections.unmodifiableMap(copy);
  }

  /** Median and quartiles of a workload's seconds. */
  public Spread of(String name) {
    return Spread.of(rounds(name));
  }

  /**
   * How many times as long one workload took as another, round by round: what a slow minute does to
   * both falls out.
   */
  public Spread ratio(String slower, String faster) {
    List<Double> above = rounds(slower);
    List<Double> below = rounds(faster);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < above.size(); round++) {
      ratios.add(above.get(round) / below.get(round));
    }
    return Spread.of(ratios);
  }

  private List<Double> rounds(String name) {
    List<Double> rounds = seconds.get(name);
    if (rounds == null) {
      throw new PerceiverException(
          "no workload is named '" + name + "'; there are " + seconds.keySet());
    }
    return rounds;
  }
}
