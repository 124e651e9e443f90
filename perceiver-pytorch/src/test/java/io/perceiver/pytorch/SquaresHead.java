package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.Scalars;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadInput;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.layer.Layer;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.internal.head.ClassificationHead;
import java.util.List;

/**
 * A head of 3 classes that reads the byte array past the trunk: the sum of its squares, weighted
 * anew for each class, is added to what the latents say.
 */
final class SquaresHead implements Head {
  private static final int CLASSES = 3;
  private final Head ofLatents = ClassificationHead.of(CLASSES);

  @Override
  public HeadBlock block(ModelSpec model, LayerFactory layers) {
    return new Squares(ofLatents.block(model, layers));
  }

  @Override
  public List<HeadOutput> outputs() {
    return ofLatents.outputs();
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
    public NDList forward(ParameterStore parameters, HeadInput input, boolean training) {
      NDArray bytes = input.bytes();
      NDArray sums = bytes.square().sum(new int[] {1, 2}).reshape(-1, 1);
      NDArray weighted = sums.mul(parameters.getValue(weight, bytes.getDevice(), training));
      NDArray said = ofLatents.forward(parameters, input, training).singletonOrThrow();
      return new NDList(said.add(Scalars.multiply(weighted, 0.01)));
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
}
