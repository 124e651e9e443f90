package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.Scalars;
import io.perceiver.api.head.TargetArray;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.internal.head.CrossEntropy;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.MlpWeights;
import io.perceiver.internal.kernel.PlainKernels;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A garbage collection between the forward and the backward pass changes no gradient: what the
 * engine keeps for the backward pass lies in memory of its own, or of something that lives on.
 */
class GarbageCollectionTest {
  private static final Kernels PLAIN = new PlainKernels();
  private static final Kernels TORCH = new TorchKernels();
  private static final int PATIENCE_MS = 10_000;
  private static final int LITTER = 256;

  private final Random random = new Random(3);

  /** What earlier tests left is not this one's. */
  @BeforeEach
  void startClean() {
    collect();
  }

  private static TargetArray firstClass(NDArray scores) {
    Shape rows = new Shape(scores.getShape().get(0));
    return TargetArray.of(
        scores.getManager().zeros(rows, DataType.INT64), scores.getManager().ones(rows));
  }

  static List<Arguments> functions() {
    Function<List<NDArray>, NDArray> times = given -> Scalars.multiply(given.get(0), 1.25);
    Function<List<NDArray>, NDArray> over = given -> Scalars.divide(given.get(0), 32);
    Function<List<NDArray>, NDArray> atLeast = given -> Scalars.maximum(given.get(0), 0.1);
    Function<List<NDArray>, NDArray> power = given -> Scalars.power(given.get(0).exp(), 1.5);
    Function<List<NDArray>, NDArray> loss =
        given ->
            new CrossEntropy(0.1, 2, List.of())
                .perElement(given.get(0), firstClass(given.get(0)), Map.of());
    List<long[]> one = List.of(new long[] {4, 3});
    return List.of(
        Arguments.of("multiply", one, times),
        Arguments.of("divide", one, over),
        Arguments.of("maximum", one, atLeast),
        Arguments.of("power", one, power),
        Arguments.of("cross-entropy", one, loss),
        mlp(PLAIN, Activation.GELU),
        mlp(PLAIN, Activation.GELU_TANH),
        mlp(PLAIN, Activation.GEGLU),
        mlp(TORCH, Activation.GELU),
        attention(PLAIN, false),
        attention(PLAIN, true),
        attention(TORCH, false),
        attention(TORCH, true));
  }

  private static Arguments mlp(Kernels kernels, Activation activation) {
    long wide = 8L * activation.halves();
    List<long[]> shapes =
        List.of(
            new long[] {2, 3, 4},
            new long[] {wide, 4},
            new long[] {wide},
            new long[] {4, 8},
            new long[] {4});
    Function<List<NDArray>, NDArray> mlp =
        given ->
            kernels.mlp(
                given.get(0),
                new MlpWeights(given.get(1), given.get(2), given.get(3), given.get(4)),
                activation,
                0);
    return Arguments.of(kernels.name() + " MLP, " + activation, shapes, mlp);
  }

  private static Arguments attention(Kernels kernels, boolean inverted) {
    AttentionCase attention =
        new AttentionCase(4, true, AttentionCase.Mask.PARTIAL, MaskedRows.ZERO, inverted);
    List<long[]> shapes =
        attention.inputs().stream().map(input -> input.shape().getShape()).toList();
    String name = kernels.name() + (inverted ? " inverted attention" : " attention");
    return Arguments.of(name, shapes, attention.by(kernels));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void changesNoGradient(
      String name, List<long[]> shapes, Function<List<NDArray>, NDArray> function) {
    List<Drawn> inputs = shapes.stream().map(shape -> Drawn.normal(random, shape)).toList();
    Differentiated expected = Differentiated.of(inputs, function);
    Differentiated interrupted =
        Differentiated.interrupted(inputs, function, GarbageCollectionTest::collect);
    Closeness.assertSame(interrupted, expected);
  }

  /** Frees all direct buffers that nobody holds, and fills their places with other numbers. */
  private static void collect() {
    ReferenceQueue<ByteBuffer> freed = new ReferenceQueue<>();
    PhantomReference<ByteBuffer> sentinel =
        new PhantomReference<>(ByteBuffer.allocateDirect(8), freed);
    long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000L;
    do {
      System.gc();
      assertThat(System.nanoTime()).as("the sentinel is collected in time").isLessThan(deadline);
    } while (!isFreed(freed));
    assertThat(sentinel.refersTo(null)).isTrue();
    for (int i = 0; i < LITTER; i++) {
      ByteBuffer.allocateDirect(8).putDouble(-1e30);
    }
  }

  private static boolean isFreed(ReferenceQueue<ByteBuffer> freed) {
    try {
      return freed.remove(50) != null;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
