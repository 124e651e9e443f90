package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import io.perceiver.api.layer.ArrayLayer;
import java.util.List;

/**
 * A small residual network from DJL's blocks (He et al. 2016, the basic block and the layout for
 * small pictures): a 3 × 3 convolution, three stages of one basic block each, of 1, 2 and 4 times
 * the width, halving the grid in between, and the mean over the grid.
 */
final class ResNetBody extends ArrayLayer {
  private final int height;
  private final int width;
  private final int channels;
  private final int classes;
  private final Block layers;

  /** Creates one of so many filters in the first stage. */
  ResNetBody(BodySpec spec, int filters) {
    height = spec.height();
    width = spec.width();
    channels = spec.channels();
    classes = spec.classes();
    layers =
        addChildBlock(
            "layers",
            new SequentialBlock()
                .add(convolution(filters, 3, 1))
                .add(Activation.reluBlock())
                .add(basic(filters, 1))
                .add(basic(2 * filters, 2))
                .add(basic(4 * filters, 2))
                .add(Pool.globalAvgPool2dBlock())
                .add(Linear.builder().setUnits(spec.classes()).build()));
  }

  /** Two convolutions beside a way past them, which is a convolution where the size changes. */
  private static Block basic(int filters, int stride) {
    Block around =
        new SequentialBlock()
            .add(convolution(filters, 3, stride))
            .add(Activation.reluBlock())
            .add(convolution(filters, 3, 1));
    Block past = stride == 1 ? Blocks.identityBlock() : convolution(filters, 1, stride);
    return new SequentialBlock()
        .add(
            new ParallelBlock(
                both ->
                    new NDList(both.get(0).singletonOrThrow().add(both.get(1).singletonOrThrow())),
                List.of(around, past)))
        .add(Activation.reluBlock());
  }

  private static Block convolution(int filters, int side, int stride) {
    return new SequentialBlock()
        .add(
            Conv2d.builder()
                .setKernelShape(new Shape(side, side))
                .setFilters(filters)
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(side / 2, side / 2))
                .optBias(false)
                .build())
        .add(BatchNorm.builder().build());
  }

  @Override
  public NDArray forward(ParameterStore parameters, NDArray array, boolean training) {
    long batch = array.getShape().get(0);
    NDArray planes = array.transpose(0, 2, 1).reshape(batch, channels, height, width);
    return layers.forward(parameters, new NDList(planes), training).singletonOrThrow();
  }

  @Override
  protected Shape[] childInputs(Block child, Shape... inputShapes) {
    return new Shape[] {new Shape(1, channels, height, width)};
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
