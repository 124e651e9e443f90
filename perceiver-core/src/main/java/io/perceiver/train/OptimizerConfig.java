package io.perceiver.train;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * How weights follow gradients.
 *
 * @param type name of the optimiser: {@code sgd}, {@code adam}, {@code adamw}, {@code lamb}, or one
 *     an application adds
 * @param learningRate the schedule's base
 * @param momentum of SGD
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment, after bias correction
 * @param weightDecay decoupled (added to the gradient for SGD and Adam); never on biases and norms
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OptimizerConfig(
    @Setting("sgd, adam, adamw or lamb") String type,
    @Setting(value = "learning rate the schedule starts from", min = 0) double learningRate,
    @Setting(value = "momentum of sgd", min = 0, max = 1, belowMax = true) double momentum,
    @Setting(value = "decay of the first moment", min = 0, max = 1, belowMax = true) double beta1,
    @Setting(value = "decay of the second moment", min = 0, max = 1, belowMax = true) double beta2,
    @Setting(value = "added to the root of the second moment", min = 0, aboveMin = true)
        double epsilon,
    @Setting(value = "weight decay; never on biases and norms", min = 0) double weightDecay) {

  /** AdamW with the common numbers and no decay. */
  public static final OptimizerConfig DEFAULT =
      new OptimizerConfig("adamw", 1e-3, 0, 0.9, 0.999, 1e-8, 0);

  /** Checks the numbers. */
  public OptimizerConfig {
    Problems problems = new Problems("");
    problems.check(
        learningRate >= 0 && Double.isFinite(learningRate),
        "learningRate",
        learningRate,
        "0 or more");
    problems.check(momentum >= 0 && momentum < 1, "momentum", momentum, "from 0 to below 1");
    problems.check(beta1 >= 0 && beta1 < 1, "beta1", beta1, "from 0 to below 1");
    problems.check(beta2 >= 0 && beta2 < 1, "beta2", beta2, "from 0 to below 1");
    problems.check(epsilon > 0 && Double.isFinite(epsilon), "epsilon", epsilon, "above 0");
    problems.check(
        weightDecay >= 0 && Double.isFinite(weightDecay), "weightDecay", weightDecay, "0 or more");
    problems.throwIfAny();
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public OptimizerConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link OptimizerConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public String type;
    public double learningRate;
    public double momentum;
    public double beta1;
    public double beta2;
    public double epsilon;
    public double weightDecay;

    private Edit(OptimizerConfig from) {
      type = from.type;
      learningRate = from.learningRate;
      momentum = from.momentum;
      beta1 = from.beta1;
      beta2 = from.beta2;
      epsilon = from.epsilon;
      weightDecay = from.weightDecay;
    }

    private OptimizerConfig made() {
      return new OptimizerConfig(type, learningRate, momentum, beta1, beta2, epsilon, weightDecay);
    }
  }
}
