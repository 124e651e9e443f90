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

  /** Returns the name that is logged, such as {@code accuracy}. */
  String name();

  /** Returns whether a larger value is a better one. */
  boolean higherIsBetter();

  /** Starts a new accumulation, to be used by one thread. */
  Accumulator start();

  /**
   * Accumulates batches. What it keeps can grow with the number of examples, but must not grow with
   * the elements of an output, such as the pixels of a mask.
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  interface Accumulator {

    /**
     * Adds a batch. Reduce it on the device, and keep only plain numbers: its arrays do not outlive
     * the batch.
     *
     * @param output (batch, …), as the head's Block gave it; owned by the caller
     * @param target of the same examples; those of weight 0 do not count
     */
    void add(NDArray output, TargetArray target);

    /** Returns the figure; NaN if nothing was added. */
    double value();

    /** Returns the figure's 95 % confidence interval; empty, the default, if unknown. */
    default Optional<Interval> interval() {
      return Optional.empty();
    }
  }
}
