package io.perceiver.api.head;

import org.apiguardian.api.API;

/**
 * The interval in which a figure lies with a confidence of 95 %.
 *
 * @param low its lower end
 * @param high its upper end
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Interval(double low, double high) {
  /** The confidence of every interval of this project. */
  public static final double CONFIDENCE = 0.95;
}
