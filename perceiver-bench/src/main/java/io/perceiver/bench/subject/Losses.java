package io.perceiver.bench.subject;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.Head;
import io.perceiver.api.PerceiverException;
import java.util.Map;
import java.util.Objects;

/** The loss that every side of a comparison lowers. */
public final class Losses {

  private Losses() {}

  /**
   * The sum over heads of the mean over examples.
   *
   * @param outputs by head
   * @param targets by head
   * @return a scalar
   */
  public static NDArray mean(
      Map<String, NDArray> outputs, Map<String, NDArray> targets, Map<String, Head> heads) {
    NDArray sum = null;
    for (Map.Entry<String, Head> head : heads.entrySet()) {
      NDArray output = Objects.requireNonNull(outputs.get(head.getKey()), head.getKey());
      NDArray target = Objects.requireNonNull(targets.get(head.getKey()), head.getKey());
      NDArray part = head.getValue().loss().perExample(output, target).mean();
      sum = sum == null ? part : sum.add(part);
    }
    if (sum == null) {
      throw new PerceiverException("a model without heads has no loss; give it a head");
    }
    return sum;
  }
}
