package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.perceiver.kernel.Tape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Queries in the input's channels, (batch, head · query, channel), read the input itself: each gets
 * a mean of its elements, (batch, head · query, channel). Its backward pass works through the keys
 * chunk by chunk and on the queries' gradient alone where the input needs none.
 */
final class AbsorbedRead implements Tape.Operation {
  /** Products side by side, at least: the machine's cores share them. */
  private static final long PRODUCTS = 4;

  /** Weights there are at a time, in floats: a megabyte, which caches hold. */
  private static final long WEIGHTS = 1 << 18;

  /** Keys of one product: fewer make products too small, more win nothing. */
  private static final long SMALLEST = 32;

  private static final long LARGEST = 1024;

  private final Scripts scripts;
  private final double scale;
  private final NDArray input;
  private final @Nullable NDArray mask;
  private @Nullable NDArray logSums;

  /**
   * Of one layer.
   *
   * @param scale what logits are multiplied by
   * @param input normalised, (batch, key, channel)
   * @param mask (batch, key), true = attend; null where all keys are real
   */
  AbsorbedRead(Scripts scripts, double scale, NDArray input, @Nullable NDArray mask) {
    this.scripts = scripts;
    this.scale = scale;
    this.input = input;
    this.mask = mask;
  }

  /** As autograd differentiates it by itself. */
  NDArray differentiable(NDArray queries) {
    return read(queries, input, false).get(0);
  }

  @Override
  public NDArray forward(List<NDArray> inputs) {
    NDList results = read(inputs.get(0), input.stopGradient(), true);
    logSums = results.get(1);
    return results.get(0);
  }

  private NDList read(NDArray queries, NDArray elements, boolean keepsSums) {
    AbsorbedReadForm form = new AbsorbedReadForm(mask != null, scale, keepsSums);
    return ScriptCalls.all(
        scripts.of("absorbed_read.py", form), queries, elements, orUnused(mask, queries));
  }

  @Override
  public List<NDArray> backward(List<NDArray> inputs, NDArray result, NDArray gradient) {
    NDArray queries = inputs.get(0);
    NDList gradients =
        ScriptCalls.all(
            scripts.of("absorbed_gradient.py", gradientForm(queries, inputs.size() > 1)),
            queries,
            inputs.size() > 1 ? inputs.get(1) : input,
            orUnused(mask, queries),
            Objects.requireNonNull(logSums),
            result.stopGradient(),
            gradient);
    return gradients.subList(0, inputs.size());
  }

  private AbsorbedGradientForm gradientForm(NDArray queries, boolean inputLearns) {
    long batch = queries.getShape().get(0);
    long groups = Math.max(1, PRODUCTS / batch);
    long chunk = chunk(batch * groups * queries.getShape().get(1));
    return new AbsorbedGradientForm(mask != null, scale, inputLearns, groups, chunk);
  }

  /**
   * Not of the number of threads: results do not depend on it. A power of two: every size is a
   * script.
   */
  private static long chunk(long rows) {
    long fitting = Long.highestOneBit(Math.max(1, WEIGHTS / rows));
    return Math.min(LARGEST, Math.max(SMALLEST, fitting));
  }

  private static NDArray orUnused(@Nullable NDArray array, NDArray other) {
    return Objects.requireNonNullElse(array, other);
  }
}
