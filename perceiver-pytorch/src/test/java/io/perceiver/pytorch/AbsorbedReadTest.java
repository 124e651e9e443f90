package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.perceiver.kernel.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading in chunks, forward and backward, against the plain formula in double precision. */
class AbsorbedReadTest {
  private static final int CHANNELS = 5; // of most; 6, 7 and 8 need no filling up, here or there
  private static final double SCALE = 0.4;
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * Keys: one chunk alone, whole steps alone, steps with a rest, small chunks of many queries, and
   * so many that the forward pass takes chunks too.
   */
  @ParameterizedTest
  @CsvSource({
    "1,6,7,5,false",
    "1,6,4096,5,false",
    "1,6,5000,7,false",
    "2,3,5000,6,true",
    "3,6,40,8,true",
    "5,6,2500,5,true",
    "1,8192,300,5,false",
    "4,2048,70,5,true",
    "1,6,16384,7,false",
    "2,6,20000,5,false",
    "2,6,17000,6,true"
  })
  void gradientsAreThoseOfThePlainFormula(
      int batch, int queries, int keys, int channels, boolean masked) {
    Random random = new Random(queries);
    Drawn asking = Drawn.normal(random, batch, queries, channels);
    Drawn elements = Drawn.normal(random, batch, keys, channels);
    Drawn upstream = Drawn.normal(random, batch, queries, channels);
    boolean @Nullable [] real = masked ? mask(random, batch, keys) : null;

    Expected expected = expected(asking, elements, upstream, real);
    NDArray q = asking.in(manager);
    NDArray n = elements.in(manager);
    AbsorbedRead read = read(n, real);
    NDArray result = read.forward(List.of(q));
    Closeness.assertClose("read", result.toFloatArray(), expected.read, 1e-5);
    NDArray gradient = upstream.in(manager);
    List<NDArray> both = read.backward(List.of(q, n), result, gradient);
    assertSumsClose("queries", both.get(0), expected.queries);
    assertSumsClose("input", both.get(1), expected.input);
    List<NDArray> one = read.backward(List.of(q), result, gradient);
    assertSumsClose("queries alone", one.get(0), expected.queries);
  }

  @Test
  void anInputThatLiesAcrossIsReadAsItIs() {
    NDArray turned = Drawn.normal(new Random(3), 2, CHANNELS, 40).in(manager).transpose(0, 2, 1);
    NDArray q = Drawn.normal(new Random(4), 2, 6, CHANNELS).in(manager);
    AbsorbedRead read = read(turned, null);
    Closeness.assertClose(
        "read",
        read.forward(List.of(q)).toFloatArray(),
        read(turned.mul(manager.ones(turned.getShape())), null).differentiable(q).toFloatArray(),
        1e-5);
  }

  /** Logits are held against the largest of a sample of the keys, which may miss the largest. */
  @ParameterizedTest
  @ValueSource(floats = {1, 40, 1000})
  void aKeyThatStandsOutIsReadWhereverItLies(float factor) {
    float[] elements = Drawn.normal(new Random(5), 1, 16_500, CHANNELS).floats();
    float[] asking = {factor, 0, 0, 0, 0};
    elements[7 * CHANNELS] = 10; // a logit of 4, 160 or 4000 with none above half of it
    NDArray n = manager.create(elements, new Shape(1, 16_500, CHANNELS));
    NDArray q = manager.create(asking, new Shape(1, 1, CHANNELS));
    NDArray expected = plain(q.toType(DataType.FLOAT64, true), n.toType(DataType.FLOAT64, true));
    AbsorbedRead read = read(n, null);
    Closeness.assertClose("alone", read.differentiable(q).toFloatArray(), floats(expected), 1e-5);
    Closeness.assertClose("taped", read.forward(List.of(q)).toFloatArray(), floats(expected), 1e-5);
  }

  /** Of three examples: no real key in the sample, no real key at all, one real key. */
  @Test
  void keysOfTheSampleMayAllBeMasked() {
    int keys = 20_001;
    boolean[] real = new boolean[3 * keys];
    for (int i = 0; i < keys; i++) {
      real[i] = i % 40 != 0;
    }
    real[2 * keys + 12_345] = true;
    NDArray n = Drawn.normal(new Random(6), 3, keys, CHANNELS).in(manager);
    NDArray q = Drawn.normal(new Random(7), 3, 4, CHANNELS).in(manager);
    NDArray logits =
        q.toType(DataType.FLOAT64, true)
            .mul(manager.create(SCALE))
            .matMul(n.toType(DataType.FLOAT64, true).transpose(0, 2, 1));
    NDArray expected = weights(logits, real).matMul(n.toType(DataType.FLOAT64, true));
    AbsorbedRead read = read(n, real);
    Closeness.assertClose("alone", read.differentiable(q).toFloatArray(), floats(expected), 1e-5);
    Closeness.assertClose("taped", read.forward(List.of(q)).toFloatArray(), floats(expected), 1e-5);
  }

  /** Logits so large that their rounding alone is beyond what an exponential can hold. */
  @ParameterizedTest
  @ValueSource(floats = {1e6f, 1e10f, 1e20f})
  void hugeLogitsChooseTheLargest(float factor) {
    int channels = 261;
    float[] elements = Drawn.normal(new Random(8), 1, 16_500, channels).floats();
    float[] asking = Drawn.normal(new Random(9), 1, 1, channels).floats();
    for (int channel = 0; channel < channels; channel++) {
      elements[channel] = asking[channel]; // of the first key, which is of the sample
      asking[channel] *= factor;
    }
    NDArray n = manager.create(elements, new Shape(1, 16_500, channels));
    NDArray q = manager.create(asking, new Shape(1, 1, channels));
    float[] first = Arrays.copyOf(elements, channels);
    AbsorbedRead read = read(n, null);
    Closeness.assertClose("alone", read.differentiable(q).toFloatArray(), first, 1e-5);
    NDArray taped = read.forward(List.of(q));
    Closeness.assertClose("taped", taped.toFloatArray(), first, 1e-5);
    for (NDArray gradient : read.backward(List.of(q, n), taped, manager.ones(q.getShape()))) {
      assertThat(gradient.isInfinite().any().getBoolean()).isFalse();
      assertThat(gradient.isNaN().any().getBoolean()).isFalse();
    }
  }

  /** Sums of up to thousands of terms, within 1e-5 of 1 or of the largest, if that is larger. */
  private static void assertSumsClose(String what, NDArray actual, float[] expected) {
    double largest = 1;
    for (float sum : expected) {
      largest = Math.max(largest, Math.abs(sum));
    }
    Closeness.assertClose(what, actual.toFloatArray(), expected, 1e-5 * largest);
  }

  private NDArray plain(NDArray q, NDArray n) {
    return q.mul(manager.create(SCALE)).matMul(n.transpose(0, 2, 1)).softmax(-1).matMul(n);
  }

  private AbsorbedRead read(NDArray n, boolean @Nullable [] real) {
    NDArray mask =
        real == null
            ? null
            : manager.create(real, new Shape(n.getShape().get(0), n.getShape().get(1)));
    return new AbsorbedRead(new Scripts(Precision.FLOAT32), SCALE, n, mask);
  }

  /** Of the last example nothing is real. */
  private static boolean[] mask(Random random, int batch, int keys) {
    boolean[] real = new boolean[batch * keys];
    for (int i = 0; i < (batch - 1) * keys; i++) {
      real[i] = random.nextInt(3) > 0;
    }
    return real;
  }

  private record Expected(float[] read, float[] queries, float[] input) {}

  private Expected expected(
      Drawn asking, Drawn elements, Drawn upstream, boolean @Nullable [] real) {
    NDArray q = asking.doublesIn(manager);
    NDArray n = elements.doublesIn(manager);
    q.setRequiresGradient(true);
    n.setRequiresGradient(true);
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray logits = q.mul(manager.create(SCALE)).matMul(n.transpose(0, 2, 1));
      NDArray read = weights(logits, real).matMul(n);
      collector.backward(read.mul(upstream.doublesIn(manager)).sum());
      return new Expected(floats(read), floats(q.getGradient()), floats(n.getGradient()));
    }
  }

  /** A softmax over the real keys; where none is, the same for all, which nothing can move. */
  private NDArray weights(NDArray logits, boolean @Nullable [] real) {
    if (real == null) {
      return logits.softmax(-1);
    }
    long batch = logits.getShape().get(0);
    long keys = logits.getShape().get(2);
    double[] bias = new double[real.length];
    double[] seen = new double[(int) batch];
    for (int i = 0; i < real.length; i++) {
      bias[i] = real[i] ? 0 : -1e30;
      seen[(int) (i / keys)] += real[i] ? 1 : 0;
    }
    for (int i = 0; i < real.length; i++) {
      bias[i] = seen[(int) (i / keys)] == 0 ? 0 : bias[i];
    }
    for (int b = 0; b < batch; b++) {
      seen[b] = seen[b] == 0 ? 0 : 1;
    }
    NDArray any = manager.create(seen, new Shape(batch, 1, 1));
    return logits.mul(any).add(manager.create(bias, new Shape(batch, 1, keys))).softmax(-1);
  }

  private static float[] floats(NDArray array) {
    return array.toType(DataType.FLOAT32, false).toFloatArray();
  }
}
