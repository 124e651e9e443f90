package io.perceiver.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.Loss;
import io.perceiver.api.Scalars;

/**
 * −Σ p·log softmax(output), the target p being any distribution.
 *
 * @param labelSmoothing share of every target spread evenly over all classes (Szegedy et al. 2016)
 */
public record CrossEntropy(double labelSmoothing) implements Loss {

  @Override
  public NDArray perExample(NDArray output, NDArray target) {
    NDArray wanted = target;
    if (labelSmoothing > 0) {
      double share = labelSmoothing / target.getShape().get(1);
      wanted = Scalars.multiply(target, 1 - labelSmoothing).add(share);
    }
    return output.logSoftmax(-1).mul(wanted).sum(new int[] {1}).neg();
  }
}
