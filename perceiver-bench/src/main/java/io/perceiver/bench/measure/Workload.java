package io.perceiver.bench.measure;

/**
 * Something to be timed.
 *
 * @param name unique within one measurement
 * @param work done in every turn; returns when its result is there, not only asked for
 */
public record Workload(String name, Work work) {

  /** What is done in every turn. */
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

  /**
   * Does it again and again.
   *
   * @param atLeast seconds this is to take; 0 for once
   * @return the mean of the seconds that count
   */
  public double seconds(double atLeast) {
    long start = System.nanoTime();
    double sum = 0;
    int times = 0;
    do {
      sum += seconds();
      times++;
    } while (System.nanoTime() - start < atLeast * 1e9);
    return sum / times;
  }

  /** Does it once; the seconds that count. */
  public double seconds() {
    long start = System.nanoTime();
    long counted = work.run();
    return (counted < 0 ? System.nanoTime() - start : counted) / 1e9;
  }
}
