package io.perceiver.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.perceiver.internal.kernel.AttentionWeights;
import io.perceiver.internal.kernel.LayerWeights;
import io.perceiver.internal.kernel.NormWeights;
import io.perceiver.internal.kernel.Tape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cross-layer that makes neither keys nor values: its queries, mapped into the input's channels,
 * read the input itself. Three scripts, because reading has a backward pass of its own.
 */
final class AbsorbedLayer {
  private final Scripts scripts;
  private final LayerCall call;
  private final NDArray input;
  private final LayerForm form;
  private final NormWeights inputNorm;

  AbsorbedLayer(Scripts scripts, LayerCall call) {
    this.scripts = scripts;
    this.call = call;
    input = Objects.requireNonNull(call.normalised());
    form = call.form();
    inputNorm = Objects.requireNonNull(call.weights().inputNorm());
  }

  /**
   * Runs it.
   *
   * @param tape takes the backward pass of reading; null where autograd differentiates everything,
   *     or nothing
   */
  NDArray run(@Nullable Tape tape) {
    if (tape == null || !hasOwnGradient()) {
      return rest(read().differentiable(queries(call.latents())), call.latents());
    }
    NDArray given = call.latents();
    NDArray latents = !given.hasGradient() && hasGraph(given) ? tape.cut(given) : given;
    NDArray queries = queries(latents);
    if (!input.hasGradient() && !hasGraph(queries)) {
      return rest(read().differentiable(queries), latents); // nothing learns up to here
    }
    List<NDArray> learning = input.hasGradient() ? List.of(queries, input) : List.of(queries);
    return rest(tape.differentiated(read(), learning), latents);
  }

  /**
   * On CPUs in single precision whatever the layers' products are, as the backward pass of our own
   * is: predictions and what is computed again read as the training does.
   */
  private AbsorbedRead read() {
    return new AbsorbedRead(
        isOnCpu() ? scripts.single() : scripts, form.scale(), input, call.mask());
  }

  private boolean isOnCpu() {
    return input.getDevice().getDeviceType().equals(Device.Type.CPU);
  }

  /**
   * The engine's own runs on one thread. On graphics processors it is fast; it knows other types;
   * and where autograd still has a graph before the input, it alone can go on.
   */
  private boolean hasOwnGradient() {
    return isOnCpu()
        && input.getShape().get(1) > 0 // the engine's read of no keys ends the process
        && input.getDataType() == DataType.FLOAT32
        && (input.hasGradient() || !hasGraph(input));
  }

  private boolean hasGraph(NDArray array) {
    try (NDArray answer =
        ScriptCalls.differentiable(scripts.of("has_graph.py", ScriptForm.NONE), array)) {
      return answer.getBoolean();
    }
  }

  private NDArray queries(NDArray latents) {
    LayerWeights weights = call.weights();
    AttentionWeights attention = weights.attention();
    return ScriptCalls.differentiable(
        scripts.of("absorbed_queries.py", form),
        latents,
        weights.norm().scale(),
        weights.norm().offset(),
        inputNorm.scale(),
        attention.query(),
        orUnused(attention.queryBias()),
        attention.key());
  }

  private NDArray rest(NDArray read, NDArray latents) {
    LayerWeights weights = call.weights();
    AttentionWeights attention = weights.attention();
    return ScriptCalls.differentiable(
        scripts.of("absorbed_layer.py", form),
        read,
        latents,
        orUnused(call.mask()),
        inputNorm.scale(),
        inputNorm.offset(),
        attention.value(),
        orUnused(attention.valueBias()),
        attention.output(),
        attention.outputBias(),
        weights.mlpNorm().scale(),
        weights.mlpNorm().offset(),
        weights.mlp().widen(),
        weights.mlp().widenBias(),
        weights.mlp().narrow(),
        weights.mlp().narrowBias());
  }

  private NDArray orUnused(@Nullable NDArray array) {
    return Objects.requireNonNullElse(array, call.weights().attention().outputBias());
  }
}
