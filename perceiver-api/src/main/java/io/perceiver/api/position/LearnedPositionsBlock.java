package io.perceiver.api.position;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;

/** Maps (batch, index, axis) to (1, index, channel); only the number of elements matters. */
final class LearnedPositionsBlock extends AbstractBlock {
  private final Parameter vectors;

  LearnedPositionsBlock(int elements, int channels, float sd) {
    vectors =
        addParameter(
            Parameter.builder()
                .setName("vectors")
                .setType(Parameter.Type.OTHER)
                .optShape(new Shape(elements, channels))
                .optInitializer(new NormalInitializer(sd))
                .build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray positions = inputs.singletonOrThrow();
    NDArray all = parameterStore.getValue(vectors, positions.getDevice(), training);
    NDArray used = all.get(new NDIndex("0:{}", positions.getShape().get(1)));
    // a result belongs to the manager of its first operand, here the model's
    used.attach(positions.getManager());
    return new NDList(used.expandDims(0));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(1, inputShapes[0].get(1), vectors.getShape().get(1))};
  }
}
