package io.perceiver.api.head;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A figure over a whole data set.
 *
 * <pre>{@code
 * final class MeanAbsoluteError implements Metric {
 *   public String name() { return "mae"; }
 *
 *   public boolean higherIsBetter() { return false; }
 *
 *   public Accumulator start() {
 *     return new Accumulator() {
 *       private double sum;
 *       private double count;
 *
 *       public void add(NDArray output, TargetArray target) {
 *         NDArray errors = output.sub(target.values()).abs().mean(new int[] {-1}); // (batch)
 *         sum += errors.mul(target.weights()).sum().getFloat();
 *         count += target.weights().sum().getFloat();
 *       }
 *
 *       public double value() { return sum / count; }
 *     };
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Metric {

  /** Returns its name as it is logged, such as {@code accuracy}. */
  String name();

  /** Returns whether a larger value is a better one. */
  boolean higherIsBetter();

  /** Starts a new accumulation; it is used by one thread. */
  Accumulator start();

  /**
   * Adds up batches. What it keeps may grow with the examples, but not with the elements of an
   * output, such as the pixels of a mask.
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  interface Accumulator {

    /**
     * Adds a batch. Reduce it on the device: what is kept of an array outlives the batch only as
     * plain numbers.
     *
     * @param output (batch, …), as the head's Block gave it; the caller's
     * @param target of the same examples; those of weight 0 do not count
     */
    void add(NDArray output, TargetArray target);

    /** Returns the figure; NaN if nothing was added. */
    double value();

    /** Returns where the figure lies with a confidence of 95 %; empty, the default, if unknown. */
    default Optional<Interval> interval() {
      return Optional.empty();
    }
  }
}
