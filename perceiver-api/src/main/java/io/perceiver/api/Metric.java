package io.perceiver.api;

import org.apiguardian.api.API;

/** A figure over a set of examples, in plain Java. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Metric {

  /** Its name, such as {@code accuracy}. */
  String name();

  /** Whether a larger value is better. */
  boolean higherIsBetter();

  /** Starts a new count. */
  Accumulator start();

  /** A count in progress; used by one thread. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  interface Accumulator {

    /**
     * Adds one example.
     *
     * @param output its output, flattened
     * @param target what {@link Head#target} wrote for it
     */
    void add(float[] output, float[] target);

    /** The figure so far; NaN before the first example. */
    double value();
  }
}
