package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import io.perceiver.api.ByteArray;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadInput;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.ModelInput;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import io.perceiver.api.head.TargetArray;
import io.perceiver.api.layer.Layer;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.internal.head.ClassificationHead;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A head of two outputs: the class of the example, and the content of every element of an input,
 * told by the latents and by where the element lies, through the input's own position encoding.
 *
 * @param modality the input
 * @param hiddenOnly whether only elements count that were hidden
 */
public record RestoringHead(String modality, boolean hiddenOnly) implements Head {
  private static final int CLASSES = 3;

  @Override
  public HeadBlock block(ModelSpec model, LayerFactory layers) {
    return new Restoring(modality, model, layers);
  }

  @Override
  public List<HeadOutput> outputs() {
    return List.of(new Kind(ClassificationHead.of(CLASSES)), new Content(modality, hiddenOnly));
  }

  private record Kind(HeadOutput of) implements HeadOutput {
    @Override
    public String name() {
      return "kind";
    }

    @Override
    public Target target() {
      return of.target();
    }

    @Override
    public Loss loss() {
      return of.loss();
    }

    @Override
    public List<Metric> metrics() {
      return of.metrics();
    }

    @Override
    public Prediction render(float[] values, int... shape) {
      return of.render(values, shape);
    }
  }

  private record Content(String modality, boolean hiddenOnly) implements HeadOutput, Loss {
    @Override
    public String name() {
      return "content";
    }

    @Override
    public Target target() {
      return new Target.Elements(modality);
    }

    @Override
    public Loss loss() {
      return this;
    }

    @Override
    public double weight() {
      return 0.5;
    }

    @Override
    public NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs) {
      return output.sub(target.values()).square().mean(new int[] {2});
    }

    @Override
    public NDArray weights(TargetArray target, Map<String, ByteArray> inputs) {
      NDArray weights = target.elementWeights();
      if (!hiddenOnly) {
        return weights;
      }
      NDArray hidden = Objects.requireNonNull(inputs.get(modality)).hidden();
      return hidden == null
          ? weights.zerosLike()
          : weights.mul(hidden.toType(DataType.FLOAT32, false));
    }

    @Override
    public List<Metric> metrics() {
      return List.of();
    }

    @Override
    public Prediction render(float[] values, int... shape) {
      return new Prediction.Elements(modality, values, shape[1], new float[0]);
    }
  }

  private static final class Restoring extends Layer implements HeadBlock {
    private final String modality;
    private final HeadBlock kind;
    private final Block positions;
    private final Parameter ofPosition;
    private final Parameter ofLatents;

    Restoring(String modality, ModelSpec model, LayerFactory layers) {
      this.modality = modality;
      ModelInput input = model.input(modality);
      positions = input.positions().orElseThrow();
      int code = input.positionEncoding().channels(input.adapted());
      int channels = input.spec().channels();
      kind = addChildBlock("kind", ClassificationHead.of(CLASSES).block(model, layers));
      ofPosition =
          parameter(
              "ofPosition", Parameter.Type.WEIGHT, new NormalInitializer(0.1f), code, channels);
      ofLatents =
          parameter(
              "ofLatents",
              Parameter.Type.WEIGHT,
              new NormalInitializer(0.1f),
              model.latents().channels(),
              channels);
    }

    @Override
    public NDList forward(ParameterStore parameters, HeadInput input, boolean training) {
      NDArray places = Objects.requireNonNull(input.inputs().get(modality)).positions();
      NDArray code = positions.forward(parameters, new NDList(places), training).head();
      NDArray latents = input.latents();
      NDArray position = parameters.getValue(ofPosition, latents.getDevice(), training);
      NDArray weight = parameters.getValue(ofLatents, latents.getDevice(), training);
      NDArray content = code.matMul(position).add(latents.mean(new int[] {1}, true).matMul(weight));
      return new NDList(kind.forward(parameters, input, training).head(), content);
    }

    @Override
    public long flops() {
      return 0;
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore parameters,
        NDList inputs,
        boolean training,
        PairList<String, Object> options) {
      throw new UnsupportedOperationException("it reads more than the latents");
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return kind.getOutputShapes(inputShapes);
    }
  }
}
