package io.perceiver.bench.measure;

/**
 * Something to be timed.
 *
 * @param name unique within one measurement
 * @param work done once a round; returns when its result is there, not only asked for
 */
public record Workload(String name, Work work) {

  /** What is done once a round. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does it.
     *
     * @return the nanoseconds that count, where not all of them do; negative to count the whole
     *     call
     */
    long run();
  }

  /** Counts the whole call. */
  public static Workload of(String name, Runnable work) {
    return new Workload(
        name,
        () -> {
          work.run();
          return -1;
        });
  }

  /** Does it once; the seconds that count. */
  public double seconds() {
    long start = System.nanoTime();
    long counted = work.run();
    return (counted < 0 ? System.nanoTime() - start : counted) / 1e9;
  }
}
