package io.perceiver.bench.main;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.Bench;
import io.perceiver.bench.claims.ClaimsBench;
import io.perceiver.bench.feeding.FeedingBench;
import io.perceiver.bench.kernels.KernelsBench;
import io.perceiver.bench.memory.MemoryBench;
import io.perceiver.bench.optimizer.OptimizerBench;
import io.perceiver.bench.peer.PeerBench;
import io.perceiver.bench.roofline.RooflineBench;
import io.perceiver.bench.scaling.ScalingBench;
import io.perceiver.bench.startup.StartupBench;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The benches there are, by name. */
public final class Benches {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final SortedMap<String, Bench> byName = new TreeMap<>();

  /**
   * Creates one of these.
   *
   * @throws PerceiverException if a name is malformed, or two have the same one
   */
  public Benches(List<Bench> benches) {
    for (Bench bench : benches) {
      if (!NAME.matcher(bench.name()).matches()) {
        throw new PerceiverException(
            "'" + bench.name() + "' cannot name a bench; allowed: lower case letters and hyphens");
      }
      if (byName.putIfAbsent(bench.name(), bench) != null) {
        throw new PerceiverException("two benches are named '" + bench.name() + "'");
      }
    }
  }

  /** All of this project, made anew. A new bench is added here. */
  public static Benches all() {
    return new Benches(
        List.of(
            new ClaimsBench(),
            new FeedingBench(),
            new KernelsBench(),
            new MemoryBench(),
            new OptimizerBench(),
            new PeerBench(),
            new RooflineBench(),
            new ScalingBench(),
            new StartupBench()));
  }

  /** By name. */
  public SortedMap<String, Bench> byName() {
    return Collections.unmodifiableSortedMap(byName);
  }
}
