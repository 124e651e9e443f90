package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.ParameterUpdate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Five steps of every optimiser, against the same steps in Java's doubles. */
class OptimizersTest {
  private static final int STEPS = 5;
  private static final int SIZE = 4;
  private static final double RATE = 0.05;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.99;
  private static final double EPSILON = 1e-6;

  /** One step of a parameter in doubles. */
  private interface Step {
    void move(double[] value, double[] gradient, double decay, int step);
  }

  /**
   * Runs a decaying and a spared parameter, plain and fused, and compares with the step by hand.
   */
  private static void check(String type, double momentum, double decay, Step first, Step second) {
    OptimizerConfig config = new OptimizerConfig(type, 1, momentum, BETA1, BETA2, EPSILON, decay);
    Random random = new Random(8);
    Drawn start = Drawn.normal(random, SIZE);
    double[] decaying = start.values().clone();
    double[] spared = start.values().clone();
    try (Pair plain = new Pair(config, new PlainKernels(), start);
        Pair fused = new Pair(config, new TorchKernels(), start)) {
      for (int step = 1; step <= STEPS; step++) {
        Drawn gradient = Drawn.normal(random, SIZE);
        plain.step(gradient);
        fused.step(gradient);
        first.move(decaying, gradient.values(), decay, step);
        second.move(spared, gradient.values(), 0, step);
      }
      plain.assertClose(start.shape(), decaying, spared);
      fused.assertClose(start.shape(), decaying, spared);
    }
  }

  /** A decaying and a spared parameter, and what moves them. */
  private static final class Pair implements AutoCloseable {
    private final NDManager manager = NDManager.newBaseManager();
    private final OptimizerState state = new OptimizerState(manager);
    private final Optimizer optimizer;
    private final NDArray weight;
    private final NDArray bias;

    Pair(OptimizerConfig config, Kernels kernels, Drawn start) {
      optimizer = Optimizers.of(config, kernels);
      weight = start.in(manager);
      bias = start.in(manager);
    }

    void step(Drawn gradient) {
      optimizer.step(
          List.of(
              new ParameterUpdate("weight", true, 1, weight, gradient.in(manager)),
              new ParameterUpdate("bias", false, 1, bias, gradient.in(manager))),
          RATE,
          state);
    }

    void assertClose(Shape shape, double[] decaying, double[] spared) {
      float[] byHand = new Drawn(shape, decaying).floats();
      float[] sparedByHand = new Drawn(shape, spared).floats();
      Closeness.assertClose("decaying", weight.toFloatArray(), byHand, 2e-6);
      Closeness.assertClose("spared", bias.toFloatArray(), sparedByHand, 2e-6);
    }

    @Override
    public void close() {
      manager.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.9, 0", "0.9, 0.1"})
  void sgd(double momentum, double decay) {
    check("sgd", momentum, decay, sgdStep(momentum), sgdStep(momentum));
  }

  private static Step sgdStep(double momentum) {
    double[] velocity = new double[SIZE];
    return (value, gradient, decay, step) -> {
      for (int i = 0; i < SIZE; i++) {
        velocity[i] = momentum * velocity[i] + gradient[i] + decay * value[i];
        value[i] -= RATE * velocity[i];
      }
    };
  }

  /** Adam's two moments, bias-corrected. */
  private static final class Moments {
    private final double[] first = new double[SIZE];
    private final double[] second = new double[SIZE];

    double direction(int i, double gradient, int step) {
      first[i] = BETA1 * first[i] + (1 - BETA1) * gradient;
      second[i] = BETA2 * second[i] + (1 - BETA2) * gradient * gradient;
      double root = Math.sqrt(second[i] / (1 - Math.pow(BETA2, step)));
      return first[i] / (1 - Math.pow(BETA1, step)) / (root + EPSILON);
    }
  }

  @Test
  void adamAddsDecayToTheGradient() {
    check("adam", 0, 0.1, coupled(), coupled());
  }

  private static Step coupled() {
    Moments moments = new Moments();
    return (value, gradient, decay, step) -> {
      for (int i = 0; i < SIZE; i++) {
        value[i] -= RATE * moments.direction(i, gradient[i] + decay * value[i], step);
      }
    };
  }

  @Test
  void adamWShrinksTheValueItself() {
    check("adamw", 0, 0.1, decoupled(), decoupled());
  }

  private static Step decoupled() {
    Moments moments = new Moments();
    return (value, gradient, decay, step) -> {
      for (int i = 0; i < SIZE; i++) {
        value[i] *= 1 - RATE * decay;
        value[i] -= RATE * moments.direction(i, gradient[i], step);
      }
    };
  }

  @Test
  void lambScalesItsStepToTheNormOfTheValue() {
    check("lamb", 0, 0.1, trusted(), trusted());
  }

  private static Step trusted() {
    Moments moments = new Moments();
    return (value, gradient, decay, step) -> {
      double[] direction = new double[SIZE];
      double weights = 0;
      double change = 0;
      for (int i = 0; i < SIZE; i++) {
        direction[i] = moments.direction(i, gradient[i], step) + decay * value[i];
        weights += value[i] * value[i];
        change += direction[i] * direction[i];
      }
      for (int i = 0; i < SIZE; i++) {
        value[i] -= RATE * Math.sqrt(weights / change) * direction[i];
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "adam", "adamw", "lamb"})
  void stepsLeaveNothingWithTheModel(String type) {
    OptimizerConfig config = new OptimizerConfig(type, 1, 0.9, BETA1, BETA2, EPSILON, 0.1);
    for (Kernels kernels : List.of(new PlainKernels(), new TorchKernels())) {
      Optimizer optimizer = Optimizers.of(config, kernels);
      try (NDManager model = NDManager.newBaseManager()) {
        OptimizerState state = new OptimizerState(model);
        NDArray value = model.ones(new Shape(3));
        int before = 0;
        for (int step = 0; step < STEPS; step++) {
          try (NDManager own = NDManager.newBaseManager()) {
            NDArray gradient = own.ones(new Shape(3));
            optimizer.step(
                List.of(new ParameterUpdate("w", true, 1, value, gradient)), RATE, state);
          }
          int held = model.getManagedArrays().size();
          assertThat(step == 0 || held == before).as("%s arrays after %s", held, step).isTrue();
          before = held;
        }
      }
    }
  }
}
