package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.internal.kernel.AdamSettings;
import io.perceiver.internal.kernel.AdamState;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.kernel.SgdSettings;
import io.perceiver.internal.kernel.SgdState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LAMB, gradient descent and averages: one step by hand, many against the plain twin. */
class UpdateKernelsTest {
  private static final int STEPS = 20;
  private static final List<Shape> SHAPES =
      List.of(new Shape(3, 5), new Shape(7), new Shape(1), new Shape(2, 3, 4));

  static Stream<Kernels> kernels() {
    return Stream.of(new PlainKernels(), new TorchKernels());
  }

  private static List<NDArray> zeros(NDManager manager, Shape shape) {
    return List.of(manager.zeros(shape, DataType.FLOAT32));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aLambStepIsAsLongAsTheValuesNormTimesTheRate(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray value = manager.create(new float[] {3, 4});
      NDArray steps = manager.zeros(new Shape(), DataType.FLOAT32);
      kernels.lambStep(
          new AdamState(
              List.of(value),
              List.of(manager.create(new float[] {2, -0.5f})),
              zeros(manager, new Shape(2)),
              zeros(manager, new Shape(2)),
              List.of(steps)),
          new AdamSettings(0.1, 0.9, 0.999, 1e-12, 0.1));
      // a first Adam step is the gradient's sign, (1, -1); with the decay u = (1.3, -0.6), of norm
      // √2.05; the value's norm is 5
      Closeness.assertClose(
          "value", value.toFloatArray(), new float[] {2.5460203f, 4.2095291f}, 2e-6);
      assertThat(steps.getFloat()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void lambMovesAParameterOfZerosByThePlainDirection(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray zero = manager.create(new float[2]);
      NDArray still = manager.create(new float[] {1, 1});
      kernels.lambStep(
          new AdamState(
              List.of(zero, still),
              List.of(manager.create(new float[] {3, -0.5f}), manager.create(new float[2])),
              List.of(manager.create(new float[2]), manager.create(new float[2])),
              List.of(manager.create(new float[2]), manager.create(new float[2])),
              List.of(
                  manager.zeros(new Shape(), DataType.FLOAT32),
                  manager.zeros(new Shape(), DataType.FLOAT32))),
          new AdamSettings(0.05, 0.9, 0.99, 1e-6, 0));
      Closeness.assertClose("zero", zero.toFloatArray(), new float[] {-0.05f, 0.05f}, 1e-6);
      assertThat(still.toFloatArray()).as("no gradient").containsExactly(1, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aStepOfGradientDescentByHand(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray value = manager.create(new float[] {1});
      NDArray velocity = manager.create(new float[] {4});
      kernels.sgdStep(
          new SgdState(List.of(value), List.of(manager.create(new float[] {2})), List.of(velocity)),
          new SgdSettings(0.1, 0.5, 0.1));
      Closeness.assertClose("velocity", velocity.toFloatArray(), new float[] {4.1f}, 1e-6);
      Closeness.assertClose("value", value.toFloatArray(), new float[] {0.59f}, 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void anAverageGoesItsShareOfTheWay(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray first = manager.create(new float[] {1, 2});
      NDArray second = manager.create(new float[] {10});
      NDArray value = manager.create(new float[] {3, -2});
      kernels.average(List.of(first, second), List.of(value, manager.create(new float[] {0})), 0.9);
      Closeness.assertClose("first", first.toFloatArray(), new float[] {1.2f, 1.6f}, 1e-6);
      Closeness.assertClose("second", second.toFloatArray(), new float[] {9}, 1e-6);
      assertThat(value.toFloatArray()).containsExactly(3, -2);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void anAverageThatKeepsNothingIsTheValueItself(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray average = Drawn.normal(new Random(1), 9).in(manager);
      NDArray value = Drawn.normal(new Random(2), 9).in(manager);
      kernels.average(List.of(average), List.of(value), 0);
      assertThat(average.toFloatArray()).isEqualTo(value.toFloatArray());
    }
  }

  /** The same values and what is remembered of them, once for each of two kernels. */
  private static final class Parameters {
    private final List<NDArray> values = new ArrayList<>();
    private final List<NDArray> first = new ArrayList<>();
    private final List<NDArray> second = new ArrayList<>();
    private final List<NDArray> steps = new ArrayList<>();

    Parameters(NDManager manager) {
      Random random = new Random(4);
      for (Shape shape : SHAPES) {
        values.add(Drawn.normal(random, shape.getShape()).in(manager));
        first.add(manager.zeros(shape));
        second.add(manager.zeros(shape));
        steps.add(manager.zeros(new Shape(), DataType.FLOAT32));
      }
    }

    /** The parameters that take part in a step: the last one is left out of every other one. */
    private static int taking(int step) {
      return SHAPES.size() - step % 2;
    }

    private static List<NDArray> gradients(NDManager manager, int step) {
      Random random = new Random(step);
      return SHAPES.subList(0, taking(step)).stream()
          .map(shape -> Drawn.normal(random, shape.getShape()).in(manager))
          .toList();
    }

    void lamb(Kernels kernels, NDManager manager, int step, double decay) {
      int count = taking(step);
      kernels.lambStep(
          new AdamState(
              values.subList(0, count),
              gradients(manager, step),
              first.subList(0, count),
              second.subList(0, count),
              steps.subList(0, count)),
          new AdamSettings(0.01, 0.9, 0.999, 1e-6, decay));
    }

    void sgd(Kernels kernels, NDManager manager, int step, double momentum, double decay) {
      int count = taking(step);
      kernels.sgdStep(
          new SgdState(
              values.subList(0, count),
              gradients(manager, step),
              momentum == 0 ? List.of() : first.subList(0, count)),
          new SgdSettings(0.01, momentum, decay));
    }

    void assertClose(Parameters expected) {
      assertClose("value", values, expected.values);
      assertClose("first", first, expected.first);
      assertClose("second", second, expected.second);
      assertClose("steps", steps, expected.steps);
    }

    private static void assertClose(String what, List<NDArray> actual, List<NDArray> expected) {
      for (int i = 0; i < actual.size(); i++) {
        Closeness.assertClose(
            what + " " + i, actual.get(i).toFloatArray(), expected.get(i).toFloatArray(), 2e-5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void lambOverAListIsThePlainOneByOne(double decay) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters fused = new Parameters(manager);
      Parameters plain = new Parameters(manager);
      for (int step = 1; step <= STEPS; step++) {
        fused.lamb(new TorchKernels(), manager, step, decay);
        plain.lamb(new PlainKernels(), manager, step, decay);
      }
      fused.assertClose(plain);
      assertThat(fused.steps.get(0).getFloat()).isEqualTo(STEPS);
      assertThat(fused.steps.get(SHAPES.size() - 1).getFloat()).isEqualTo(STEPS / 2f);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9})
  void gradientDescentOverAListIsThePlainOneByOne(double momentum) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters fused = new Parameters(manager);
      Parameters plain = new Parameters(manager);
      for (int step = 1; step <= STEPS; step++) {
        fused.sgd(new TorchKernels(), manager, step, momentum, 0.1);
        plain.sgd(new PlainKernels(), manager, step, momentum, 0.1);
      }
      fused.assertClose(plain);
    }
  }
}
