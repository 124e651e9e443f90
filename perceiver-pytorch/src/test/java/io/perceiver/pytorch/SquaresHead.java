package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.Head;
import io.perceiver.api.HeadBlock;
import io.perceiver.api.HeadInput;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.Loss;
import io.perceiver.api.Metric;
import io.perceiver.api.Prediction;
import io.perceiver.api.Scalars;
import io.perceiver.head.ClassificationHead;
import io.perceiver.nn.Layer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A head of 3 classes that reads the byte array past the trunk: the sum of its squares, weighted
 * anew for each class, is added to what the latents say.
 */
final class SquaresHead implements Head {
  private static final int CLASSES = 3;
  private final Head ofLatents = ClassificationHead.of(CLASSES);

  @Override
  public HeadBlock block(LatentArraySpec latents) {
    return new Squares(ofLatents.block(latents));
  }

  private static final class Squares extends Layer implements HeadBlock {
    private final HeadBlock ofLatents;
    private final Parameter weight;

    Squares(HeadBlock ofLatents) {
      this.ofLatents = addChildBlock("latents", ofLatents);
      weight = parameter("weight", Parameter.Type.WEIGHT, Squares::byClass, CLASSES);
    }

    /** 0, 1, 2: equal ones would drop out of a softmax. */
    private static NDArray byClass(NDManager manager, Shape shape, DataType type) {
      return manager.arange(0, shape.get(0), 1, type);
    }

    @Override
    public NDArray forward(ParameterStore parameters, HeadInput input, boolean training) {
      NDArray bytes = input.bytes();
      NDArray sums = bytes.square().sum(new int[] {1, 2}).reshape(-1, 1);
      NDArray weighted = sums.mul(parameters.getValue(weight, bytes.getDevice(), training));
      return ofLatents.forward(parameters, input, training).add(Scalars.multiply(weighted, 0.01));
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
      return ofLatents.getOutputShapes(inputShapes);
    }
  }

  @Override
  public int targetSize() {
    return ofLatents.targetSize();
  }

  @Override
  public boolean target(Map<String, String> columns, FloatBuffer target) {
    return ofLatents.target(columns, target);
  }

  @Override
  public Optional<String> trueValue(Map<String, String> columns) {
    return ofLatents.trueValue(columns);
  }

  @Override
  public Loss loss() {
    return ofLatents.loss();
  }

  @Override
  public List<Metric> metrics() {
    return ofLatents.metrics();
  }

  @Override
  public Prediction render(float[] output) {
    return ofLatents.render(output);
  }
}
