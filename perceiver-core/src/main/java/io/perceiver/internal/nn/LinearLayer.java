package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LayerCost;
import io.perceiver.api.layer.MappingLayer;
import io.perceiver.internal.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** A linear map over the channels: x·Wᵀ + b. */
public final class LinearLayer extends MappingLayer {
  private final int inputChannels;
  private final int outputChannels;
  private final Kernels kernels;
  private final Parameter weight;
  private final @Nullable Parameter bias;

  private LinearLayer(
      int inputChannels,
      int outputChannels,
      Initializer weightInit,
      @Nullable Initializer biasInit,
      Kernels kernels) {
    super(outputChannels);
    this.inputChannels = inputChannels;
    this.outputChannels = outputChannels;
    this.kernels = kernels;
    weight = parameter("weight", Parameter.Type.WEIGHT, weightInit, outputChannels, inputChannels);
    bias =
        biasInit == null ? null : parameter("bias", Parameter.Type.BIAS, biasInit, outputChannels);
  }

  /** Returns a map whose first weights follow a rule. */
  static LinearLayer of(
      int inputChannels, int outputChannels, boolean biased, InitConfig init, Kernels kernels) {
    return new LinearLayer(
        inputChannels,
        outputChannels,
        Inits.weight(init, inputChannels),
        biased ? Inits.bias(init, inputChannels) : null,
        kernels);
  }

  /** Returns a map that is zero at first. */
  static LinearLayer zero(int inputChannels, int outputChannels, Kernels kernels) {
    return new LinearLayer(
        inputChannels, outputChannels, Initializer.ZEROS, Initializer.ZEROS, kernels);
  }

  /** (…, input channel) → (…, output channel). */
  @Override
  public NDArray forward(ParameterStore parameters, NDArray x, boolean training) {
    return kernels.linear(
        x,
        parameters.getValue(weight, x.getDevice(), training),
        bias == null ? null : parameters.getValue(bias, x.getDevice(), training));
  }

  @Override
  public LayerCost cost(long elements) {
    long flops = 2 * elements * inputChannels * outputChannels;
    return LayerCost.ofProducts(flops).keeping(elements * inputChannels);
  }
}
