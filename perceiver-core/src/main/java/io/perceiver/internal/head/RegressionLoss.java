package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Scalars;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.TargetArray;
import io.perceiver.head.RegressionLossKind;
import java.util.Map;

/**
 * The mean over an example's numbers of the loss of each, of standardised numbers.
 *
 * @param kind how an error becomes a loss
 * @param huber bound of the Huber loss
 */
record RegressionLoss(RegressionLossKind kind, double huber) implements Loss {

  @Override
  public NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs) {
    if (!output.getShape().equals(target.values().getShape())) {
      throw new PerceiverException("both must be (batch, number)");
    }
    NDArray error = output.sub(target.values());
    return ofEach(error).mean(new int[] {1});
  }

  private NDArray ofEach(NDArray error) {
    return switch (kind) {
      case L1 -> error.abs();
      case L2 -> error.square();
      case HUBER -> {
        NDArray size = error.abs();
        NDArray over = Scalars.maximum(size.sub(huber), 0);
        NDArray within = size.sub(over);
        yield Scalars.multiply(within.square(), 0.5).add(Scalars.multiply(over, huber));
      }
    };
  }
}
