package io.perceiver.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.perceiver.api.HeadBlock;
import io.perceiver.api.HeadInput;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.nn.Inits;
import io.perceiver.nn.Layer;
import java.util.List;

/** Mean over the latents, optional LayerNorm, Linear: (batch, N, D) → (batch, class). */
final class ClassificationBlock extends Layer implements HeadBlock {
  private final LatentArraySpec latents;
  private final int classes;
  private final ClassificationConfig config;
  private final Parameter weight;
  private final Parameter bias;
  private final List<Parameter> norm;

  ClassificationBlock(LatentArraySpec latents, int classes, ClassificationConfig config) {
    this.latents = latents;
    this.classes = classes;
    this.config = config;
    int channels = latents.channels();
    norm =
        config.norm()
            ? List.of(
                parameter("normScale", Parameter.Type.GAMMA, Initializer.ONES, channels),
                parameter("normOffset", Parameter.Type.BETA, Initializer.ZEROS, channels))
            : List.of();
    Initializer init = config.zeroInit() ? Initializer.ZEROS : Inits.torch(channels);
    weight = parameter("weight", Parameter.Type.WEIGHT, init, classes, channels);
    bias = parameter("bias", Parameter.Type.BIAS, init, classes);
  }

  @Override
  public NDArray forward(ParameterStore parameters, HeadInput input, boolean training) {
    return classify(parameters, input.latents(), training);
  }

  private NDArray classify(ParameterStore parameters, NDArray z, boolean training) {
    NDArray mean = z.mean(new int[] {1});
    if (config.norm()) {
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
    return 2L * latents.channels() * classes;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(classify(parameters, inputs.singletonOrThrow(), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
