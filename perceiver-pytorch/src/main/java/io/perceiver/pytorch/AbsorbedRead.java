package io.perceiver.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.perceiver.internal.kernel.Tape;
import io.perceiver.kernel.Precision;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Queries in the input's channels, (batch, head · query, channel), read the input itself: each gets
 * a mean of its elements, (batch, head · query, channel). Long inputs are read chunk by chunk where
 * autograd does not follow. The backward pass always works through the keys chunk by chunk, and on
 * the queries' gradient alone where the input needs none.
 */
final class AbsorbedRead implements Tape.Operation {
  /** Weights there are at a time, in floats: a megabyte or two, which caches hold. */
  private static final long WEIGHTS_READING = 1 << 19;

  private static final long WEIGHTS_BACKWARD = 1 << 18;

  /** Keys from which on chunks are faster than libtorch's operator. */
  private static final long LONG_INPUT = 1 << 14;

  private final Scripts scripts;
  private final double scale;
  private final NDArray input;
  private final @Nullable NDArray mask;
  private @Nullable NDArray logSums;

  /**
   * Creates one of one layer.
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
    AbsorbedReadForm form =
        new AbsorbedReadForm(mask != null, scale, keepsSums, chunks(queries, elements));
    return ScriptCalls.all(
        scripts.of("absorbed_read.py", form), queries, elements, orUnused(mask, queries));
  }

  @Override
  public List<NDArray> backward(List<NDArray> inputs, NDArray result, NDArray gradient) {
    NDArray queries = inputs.get(0);
    AbsorbedGradientForm form =
        new AbsorbedGradientForm(
            mask != null, scale, inputs.size() > 1, chunks(queries, WEIGHTS_BACKWARD));
    NDList gradients =
        ScriptCalls.all(
            scripts.of("absorbed_gradient.py", form),
            queries,
            inputs.size() > 1 ? inputs.get(1) : input,
            orUnused(mask, queries),
            Objects.requireNonNull(logSums),
            result.stopGradient(),
            gradient);
    return gradients.subList(0, inputs.size());
  }

  private Chunks chunks(NDArray queries, NDArray elements) {
    boolean faster =
        elements.getShape().get(1) >= LONG_INPUT
            && elements.getDevice().getDeviceType().equals(Device.Type.CPU)
            && elements.getDataType() == DataType.FLOAT32
            && scripts.precision() == Precision.FLOAT32;
    return faster ? chunks(queries, WEIGHTS_READING) : Chunks.NONE;
  }

  private static Chunks chunks(NDArray queries, long weights) {
    return Chunks.of(queries.getShape().get(0), queries.getShape().get(1), weights);
  }

  private static NDArray orUnused(@Nullable NDArray array, NDArray other) {
    return Objects.requireNonNullElse(array, other);
  }
}
