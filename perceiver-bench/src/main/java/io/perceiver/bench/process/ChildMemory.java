package io.perceiver.bench.process;

import io.perceiver.bench.measure.PeakMemory;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a child process says of itself. */
public final class ChildMemory {
  private static final String PEAK = "peak-bytes";

  private ChildMemory() {}

  /** Tells the parent this process's peak memory, where the system knows it. */
  @SuppressWarnings("SystemOut") // standard output is how a child answers
  public static void tellPeak() {
    PeakMemory.ofThisProcess()
        .ifPresent(bytes -> System.out.println(ChildResult.line(PEAK, bytes)));
  }

  /** The peak memory that a child told. */
  public static OptionalLong peak(ChildResult child) {
    OptionalDouble bytes = child.figure(PEAK);
    return bytes.isPresent() ? OptionalLong.of((long) bytes.getAsDouble()) : OptionalLong.empty();
  }
}
