package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Scalars;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.TargetArray;
import java.util.Map;

/**
 * The mean over an example's labels of −log σ(output) for a label that holds, and −log (1 −
 * σ(output)) for one that does not, in a form that no large output makes infinite.
 */
record BinaryCrossEntropy() implements Loss {

  @Override
  public NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs) {
    if (!output.getShape().equals(target.values().getShape())) {
      throw new PerceiverException("both must be (batch, label)");
    }
    NDArray rest = output.abs().neg().exp().add(1).log();
    NDArray linear = Scalars.maximum(output, 0).sub(output.mul(target.values()));
    return linear.add(rest).mean(new int[] {1});
  }
}
