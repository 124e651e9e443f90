package io.perceiver.bench.measure;

import io.perceiver.api.PerceiverException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Times several workloads in turns, so that a slow minute of the machine falls on all of them. Each
 * round begins with another workload, so that none always follows the same one. Short work is
 * repeated within its turn, whose mean counts.
 */
public final class Interleaved {
  private final List<Workload> workloads = new ArrayList<>();
  private final Pace pace;

  /** Creates one of so many rounds. */
  public Interleaved(Pace pace) {
    this.pace = pace;
  }

  /** Adds a workload. */
  public Interleaved add(Workload workload) {
    workloads.add(workload);
    return this;
  }

  /**
   * Runs all rounds.
   *
   * @param betweenRounds called after every counted round, such as {@link MatrixPeak#sample}
   * @throws PerceiverException if two workloads have one name
   */
  public Timings run(Runnable betweenRounds) {
    checkNames();
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    workloads.forEach(workload -> seconds.put(workload.name(), new ArrayList<>()));
    for (int round = -pace.warmUps(); round < pace.rounds(); round++) {
      for (int turn = 0; turn < workloads.size(); turn++) {
        Workload workload = workloads.get(Math.floorMod(round + turn, workloads.size()));
        double taken = workload.seconds(pace.turnSeconds());
        if (round >= 0) {
          seconds.computeIfAbsent(workload.name(), name -> new ArrayList<>()).add(taken);
        }
      }
      if (round >= 0) {
        betweenRounds.run();
      }
    }
    return new Timings(seconds);
  }

  private void checkNames() {
    Set<String> names = new HashSet<>();
    for (Workload workload : workloads) {
      if (!names.add(workload.name())) {
        throw new PerceiverException("two workloads are named '" + workload.name() + "'");
      }
    }
  }
}
