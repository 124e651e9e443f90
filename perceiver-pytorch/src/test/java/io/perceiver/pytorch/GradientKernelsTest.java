package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.internal.kernel.AdamSettings;
import io.perceiver.internal.kernel.AdamState;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clipping and Adam's step, each against numbers computed in Java. */
class GradientKernelsTest {

  static Stream<Kernels> kernels() {
    return Stream.of(new PlainKernels(), new TorchKernels());
  }

  static Stream<Arguments> kernelsAndDecays() {
    return kernels().flatMap(each -> Stream.of(Arguments.of(each, 0.0), Arguments.of(each, 0.1)));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aNormAboveTheLimitIsScaledDownToIt(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray first = manager.create(new float[] {3, 0});
      NDArray second = manager.create(new float[][] {{0}, {4}});
      assertThat(kernels.clipGlobalNorm(List.of(first, second), 1).getFloat())
          .isCloseTo(5, within(1e-5f));
      Closeness.assertClose("first", first.toFloatArray(), new float[] {0.6f, 0}, 1e-5);
      Closeness.assertClose("second", second.toFloatArray(), new float[] {0, 0.8f}, 1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aNormBelowTheLimitChangesNothing(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray gradient = manager.create(new float[] {3, -4});
      assertThat(kernels.clipGlobalNorm(List.of(gradient), 5.1).getFloat())
          .isCloseTo(5, within(1e-5f));
      assertThat(gradient.toFloatArray()).containsExactly(3, -4);
    }
  }

  @ParameterizedTest
  @MethodSource("kernelsAndDecays")
  void tenAdamStepsAreThoseOfThePaper(Kernels kernels, double decay) {
    AdamSettings settings = new AdamSettings(0.01, 0.9, 0.99, 1e-8, decay);
    Random random = new Random(3);
    Drawn start = Drawn.normal(random, 2, 3);
    double[] value = start.values().clone();
    double[] first = new double[value.length];
    double[] second = new double[value.length];
    try (NDManager manager = NDManager.newBaseManager()) {
      List<NDArray> arrays = new ArrayList<>();
      arrays.add(start.in(manager));
      arrays.add(manager.zeros(start.shape()));
      arrays.add(manager.zeros(start.shape()));
      arrays.add(manager.zeros(new Shape(), DataType.FLOAT32));
      for (int step = 1; step <= 10; step++) {
        Drawn gradient = Drawn.normal(random, 2, 3);
        kernels.adamStep(
            new AdamState(
                List.of(arrays.get(0)),
                List.of(gradient.in(manager)),
                List.of(arrays.get(1)),
                List.of(arrays.get(2)),
                List.of(arrays.get(3))),
            settings);
        expected(value, gradient.values(), first, second, step, settings);
      }
      Closeness.assertClose("value", arrays.get(0).toFloatArray(), floats(value), 2e-6);
      Closeness.assertClose("first moment", arrays.get(1).toFloatArray(), floats(first), 2e-6);
      Closeness.assertClose("second moment", arrays.get(2).toFloatArray(), floats(second), 2e-6);
      assertThat(arrays.get(3).getFloat()).isEqualTo(10);
    }
  }

  private static void expected(
      double[] value,
      double[] gradient,
      double[] first,
      double[] second,
      int step,
      AdamSettings settings) {
    for (int i = 0; i < value.length; i++) {
      first[i] = settings.beta1() * first[i] + (1 - settings.beta1()) * gradient[i];
      second[i] = settings.beta2() * second[i] + (1 - settings.beta2()) * gradient[i] * gradient[i];
      double mean = first[i] / (1 - Math.pow(settings.beta1(), step));
      double root = Math.sqrt(second[i] / (1 - Math.pow(settings.beta2(), step)));
      value[i] *= 1 - settings.learningRate() * settings.weightDecay();
      value[i] -= settings.learningRate() * mean / (root + settings.epsilon());
    }
  }

  private static float[] floats(double[] values) {
    return new Drawn(new Shape(values.length), values).floats();
  }
}
