package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadInput;
import io.perceiver.api.layer.Layer;
import io.perceiver.internal.nn.Inits;
import java.util.List;

/** Mean over the latents, optional LayerNorm, Linear: (batch, N, D) → (batch, output channel). */
final class MeanLatentBlock extends Layer implements HeadBlock {
  private final LatentArraySpec latents;
  private final int outputs;
  private final Parameter weight;
  private final Parameter bias;
  private final List<Parameter> norm;

  /**
   * Creates the Block.
   *
   * @param normalises whether the mean is normalised before the linear map
   * @param zeroInit whether the linear map starts at zero
   */
  MeanLatentBlock(LatentArraySpec latents, int outputs, boolean normalises, boolean zeroInit) {
    this.latents = latents;
    this.outputs = outputs;
    int channels = latents.channels();
    norm =
        normalises
            ? List.of(
                parameter("normScale", Parameter.Type.GAMMA, Initializer.ONES, channels),
                parameter("normOffset", Parameter.Type.BETA, Initializer.ZEROS, channels))
            : List.of();
    Initializer init = zeroInit ? Initializer.ZEROS : Inits.torch(channels);
    weight = parameter("weight", Parameter.Type.WEIGHT, init, outputs, channels);
    bias = parameter("bias", Parameter.Type.BIAS, init, outputs);
  }

  @Override
  public NDList forward(ParameterStore parameters, HeadInput input, boolean training) {
    return new NDList(map(parameters, input.latents(), training));
  }

  private NDArray map(ParameterStore parameters, NDArray z, boolean training) {
    NDArray mean = z.mean(new int[] {1});
    if (!norm.isEmpty()) {
      mean =
          LayerNorm.layerNorm(
                  mean,
                  new Shape(latents.channels()),
                  parameters.getValue(norm.get(0), z.getDevice(), training),
                  parameters.getValue(norm.get(1), z.getDevice(), training),
                  1e-5f)
              .singletonOrThrow();
    }
    return Linear.linear(
            mean,
            parameters.getValue(weight, z.getDevice(), training),
            parameters.getValue(bias, z.getDevice(), training))
        .singletonOrThrow();
  }

  @Override
  public long flops() {
    return 2L * latents.channels() * outputs;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(map(parameters, inputs.singletonOrThrow(), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), outputs)};
  }
}
