package io.perceiver.api.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.apiguardian.api.API;

/** Chooses numbers on the validation split, such as thresholds. Used by one thread. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Calibration {

  /**
   * Adds a batch.
   *
   * @param output (batch, …); the caller's
   * @param target of the same examples; only those of weight above 0 count
   */
  void add(NDArray output, TargetArray target);

  /** Returns what was chosen, given the batches so far; every number is finite. */
  List<Double> values();
}
