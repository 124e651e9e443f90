package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import io.perceiver.api.Scalars;
import io.perceiver.api.layer.ArrayLayer;

/**
 * x + attention(norm(x)), then x + MLP(norm(x)), the MLP twice as wide (Dosovitskiy et al. 2021).
 */
final class VitLayer extends ArrayLayer {
  private final int width;
  private final int heads;
  private final Block attentionNorm;
  private final Block queriesKeysValues;
  private final Block output;
  private final Block mlp;

  VitLayer(int width, int heads) {
    this.width = width;
    this.heads = heads;
    attentionNorm = addChildBlock("attentionNorm", LayerNorm.builder().axis(2).build());
    queriesKeysValues =
        addChildBlock("queriesKeysValues", Linear.builder().setUnits(3L * width).build());
    output = addChildBlock("output", Linear.builder().setUnits(width).build());
    mlp =
        addChildBlock(
            "mlp",
            new SequentialBlock()
                .add(LayerNorm.builder().axis(2).build())
                .add(Linear.builder().setUnits(2L * width).build())
                .add(Activation.geluBlock())
                .add(Linear.builder().setUnits(width).build()));
  }

  @Override
  public NDArray forward(ParameterStore parameters, NDArray array, boolean training) {
    NDArray attended = array.add(attention(parameters, array, training));
    return attended.add(apply(mlp, parameters, attended, training));
  }

  private NDArray attention(ParameterStore parameters, NDArray array, boolean training) {
    long batch = array.getShape().get(0);
    long tokens = array.getShape().get(1);
    NDArray normed = apply(attentionNorm, parameters, array, training);
    NDArray all =
        apply(queriesKeysValues, parameters, normed, training)
            .reshape(batch, tokens, 3, heads, width / heads)
            .transpose(2, 0, 3, 1, 4);
    NDArray queries = Scalars.multiply(all.get(0), Math.sqrt(heads / (double) width));
    NDArray shares = queries.matMul(all.get(1).transpose(0, 1, 3, 2)).softmax(-1);
    NDArray read = shares.matMul(all.get(2)).transpose(0, 2, 1, 3).reshape(batch, tokens, width);
    return apply(output, parameters, read, training);
  }

  private static NDArray apply(
      Block block, ParameterStore parameters, NDArray array, boolean training) {
    return block.forward(parameters, new NDList(array), training).singletonOrThrow();
  }

  @Override
  protected Shape[] childInputs(Block child, Shape... inputShapes) {
    return new Shape[] {new Shape(1, inputShapes.length == 0 ? 1 : inputShapes[0].get(1), width)};
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
