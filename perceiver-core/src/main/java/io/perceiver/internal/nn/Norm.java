package io.perceiver.internal.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import io.perceiver.api.layer.LayerCost;
import io.perceiver.api.layer.MappingLayer;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.NormWeights;

/** Layer normalisation over the channels, epsilon 1e-5, with a learned scale and offset. */
public final class Norm extends MappingLayer {
  private final int channels;
  private final Kernels kernels;
  private final Parameter scale;
  private final Parameter offset;

  /** Creates the layer for arrays of that many channels. */
  public Norm(int channels, Kernels kernels) {
    super(channels);
    this.channels = channels;
    this.kernels = kernels;
    scale = parameter("scale", Parameter.Type.GAMMA, Initializer.ONES, channels);
    offset = parameter("offset", Parameter.Type.BETA, Initializer.ZEROS, channels);
  }

  /** (…, channel) → the same shape. */
  @Override
  public NDArray forward(ParameterStore parameters, NDArray x, boolean training) {
    NormWeights weights = weights(parameters, x.getDevice(), training);
    return kernels.layerNorm(x, weights.scale(), weights.offset());
  }

  NormWeights weights(ParameterStore parameters, Device device, boolean training) {
    return new NormWeights(
        parameters.getValue(scale, device, training),
        parameters.getValue(offset, device, training));
  }

  /** Counts no products; a training keeps what is normalised. */
  @Override
  public LayerCost cost(long elements) {
    return LayerCost.ofProducts(0).keeping(elements * channels);
  }
}
