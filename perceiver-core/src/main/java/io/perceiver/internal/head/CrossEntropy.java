package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.perceiver.api.ByteArray;
import io.perceiver.api.Problems;
import io.perceiver.api.Scalars;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.TargetArray;
import java.util.List;
import java.util.Map;

/**
 * Cross-entropy of scores and class ids: −log softmax(output) at the id, for each example or each
 * element.
 *
 * @param labelSmoothing share of every target spread evenly over all classes (Szegedy et al. 2016)
 * @param focal γ: what is recognised with probability p counts (1 − p)^γ as much (Lin et al. 2017);
 *     0 for all alike
 * @param classWeights what an element of each class counts; empty for all alike
 */
public record CrossEntropy(double labelSmoothing, double focal, List<Double> classWeights)
    implements Loss {
  /** Keeps the power of a probability of 1 differentiable. */
  private static final double LEAST_ERROR = 1e-7;

  /** All elements alike, targets as they are. */
  public static final CrossEntropy PLAIN = new CrossEntropy(0, 0, List.of());

  /** Checks the numbers. */
  public CrossEntropy {
    classWeights = List.copyOf(classWeights);
    Problems problems = new Problems("");
    problems.check(
        labelSmoothing >= 0 && labelSmoothing < 1,
        "labelSmoothing",
        labelSmoothing,
        "from 0 to below 1");
    problems.check(focal >= 0 && Double.isFinite(focal), "focal", focal, "0 or more");
    problems.throwIfAny();
  }

  @Override
  public NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs) {
    NDArray ids = ClassIds.of(output, target);
    NDArray logs = output.logSoftmax(-1);
    NDArray log = logs.gather(ids.expandDims(-1), -1).squeeze(-1);
    NDArray loss = log.neg();
    if (labelSmoothing > 0) {
      NDArray even = logs.mean(new int[] {-1}).neg();
      loss = Scalars.multiply(loss, 1 - labelSmoothing).add(Scalars.multiply(even, labelSmoothing));
    }
    if (focal > 0) {
      NDArray error = Scalars.maximum(log.exp().neg().add(1), LEAST_ERROR);
      loss = loss.mul(Scalars.power(error, focal));
    }
    return loss;
  }

  @Override
  public NDArray weights(TargetArray target, Map<String, ByteArray> inputs) {
    NDArray weights = target.elementWeights();
    if (classWeights.isEmpty()) {
      return weights;
    }
    float[] byClass = new float[classWeights.size()];
    for (int i = 0; i < byClass.length; i++) {
      byClass[i] = classWeights.get(i).floatValue();
    }
    NDArray ids = target.values().toType(DataType.INT64, false).reshape(weights.getShape());
    ids.attach(weights.getManager());
    return weights.mul(weights.getManager().create(byClass).take(ids));
  }
}
