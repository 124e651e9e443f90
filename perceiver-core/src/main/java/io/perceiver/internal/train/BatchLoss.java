package io.perceiver.internal.train;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.TargetArray;
import io.perceiver.internal.plugin.PluginCall;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.MixedTarget;
import io.perceiver.train.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The losses of one batch.
 *
 * @param model what its outputs mean
 * @param batch its arrays
 * @param loss which loss of an output
 */
public record BatchLoss(Model model, DeviceBatch batch, Function<HeadOutput, Loss> loss) {

  /** The losses that training lowers. */
  public static BatchLoss training(Model model, DeviceBatch batch) {
    return new BatchLoss(model, batch, HeadOutput::loss);
  }

  /** Returns the sum of the weights of each output's elements, without those whose sum is 0. */
  public Map<String, Double> weights() {
    Map<String, Double> sums = new LinkedHashMap<>();
    model
        .outputs()
        .keySet()
        .forEach(
            name -> {
              double sum = 0;
              for (MixedTarget target : batch.targets(name)) {
                sum += weights(name, target.shared()).sum().getFloat();
              }
              if (sum > 0) {
                sums.put(name, sum);
              }
            });
    return sums;
  }

  private NDArray weights(String name, TargetArray target) {
    return PluginCall.of(
        "head '%s': the weights of its loss".formatted(name),
        () -> loss(name).weights(target, batch.inputs()));
  }

  private Loss loss(String name) {
    HeadOutput output = Objects.requireNonNull(model.outputs().get(name), name).output();
    return PluginCall.of("head '%s': its loss".formatted(name), () -> loss.apply(output));
  }

  /**
   * Returns the sum over the elements of an output of loss times weight, a scalar.
   *
   * @param output (batch, …), what the network gave
   */
  public NDArray sum(String name, NDArray output) {
    NDArray sum = null;
    for (MixedTarget target : batch.targets(name)) {
      TargetArray shared = target.shared();
      NDArray each = perElement(name, output, shared);
      NDArray weights = weights(name, shared);
      if (!each.getShape().equals(weights.getShape())) {
        throw new PerceiverException(
            "head '%s': its loss has shape %s, its weights %s; they must be the same"
                .formatted(name, each.getShape(), weights.getShape()));
      }
      NDArray part = each.mul(weights).sum();
      sum = sum == null ? part : sum.add(part);
    }
    return Objects.requireNonNull(sum, name);
  }

  private NDArray perElement(String name, NDArray output, TargetArray target) {
    Loss known = loss(name);
    try {
      return PluginCall.of(
          "head '%s': its loss".formatted(name), () -> ofShapes(known, output, target));
    } catch (PerceiverException e) {
      throw new PerceiverException(
          "head '%s': its loss cannot compare output %s with target %s: %s"
              .formatted(name, output.getShape(), target.values().getShape(), e.getMessage()),
          e);
    }
  }

  /** What the engine refuses are shapes that do not fit, which a configuration can mend. */
  private NDArray ofShapes(Loss loss, NDArray output, TargetArray target) {
    try {
      return loss.perElement(output, target, batch.inputs());
    } catch (EngineException | IllegalArgumentException e) {
      throw new PerceiverException(String.valueOf(e.getMessage()), e);
    }
  }
}
