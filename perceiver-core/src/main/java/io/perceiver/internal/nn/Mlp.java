package io.perceiver.internal.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LayerCost;
import io.perceiver.api.layer.MappingLayer;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.MlpWeights;

/** Linear to w times the channels, activation, linear back (Perceiver App. C). */
public final class Mlp extends MappingLayer {
  private final int channels;
  private final int hidden;
  private final MlpConfig config;
  private final Kernels kernels;
  private final Parameter widen;
  private final Parameter widenBias;
  private final Parameter narrow;
  private final Parameter narrowBias;

  /** Creates the layer for arrays of that many channels. */
  public Mlp(int channels, MlpConfig config, InitConfig init, Kernels kernels) {
    super(channels);
    this.channels = channels;
    this.config = config;
    this.kernels = kernels;
    hidden = channels * config.widening();
    int wide = hidden * config.activation().halves();
    widen =
        parameter(
            "widenWeight", Parameter.Type.WEIGHT, Inits.weight(init, channels), wide, channels);
    widenBias = parameter("widenBias", Parameter.Type.BIAS, Inits.bias(init, channels), wide);
    narrow =
        parameter(
            "narrowWeight", Parameter.Type.WEIGHT, Inits.weight(init, hidden), channels, hidden);
    narrowBias = parameter("narrowBias", Parameter.Type.BIAS, Inits.bias(init, hidden), channels);
  }

  /** (batch, index, channel) → the same shape. */
  @Override
  public NDArray forward(ParameterStore parameters, NDArray x, boolean training) {
    MlpWeights weights = weights(parameters, x.getDevice(), training);
    return kernels.mlp(x, weights, config.activation(), dropout(training));
  }

  MlpWeights weights(ParameterStore parameters, Device device, boolean training) {
    return new MlpWeights(
        parameters.getValue(widen, device, training),
        parameters.getValue(widenBias, device, training),
        parameters.getValue(narrow, device, training),
        parameters.getValue(narrowBias, device, training));
  }

  Activation activation() {
    return config.activation();
  }

  double dropout(boolean training) {
    return training ? config.dropout() : 0;
  }

  @Override
  public LayerCost cost(long elements) {
    return LayerCost.ofProducts(flops(elements)).keeping(elements * (channels + keptFloats()));
  }

  /** Returns the multiplies and adds for that many elements, counted apart. */
  public long flops(long elements) {
    return 2 * elements * channels * hidden * (config.activation().halves() + 1);
  }

  /** Floats that a training keeps of it for one element. */
  long keptFloats() {
    return (long) hidden * (config.activation().halves() + 1);
  }
}
