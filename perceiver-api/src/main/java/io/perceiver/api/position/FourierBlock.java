package io.perceiver.api.position;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.Scalars;

/** Maps (batch, index, axis) to (batch, index, channel), without parameters. */
final class FourierBlock extends AbstractBlock {
  private final float[][] frequencies;
  private final ChannelOrder order;
  private final boolean rawPositions;
  private final boolean sinesOnly;
  private final int channels;

  FourierBlock(
      double[][] frequencies, ChannelOrder order, boolean rawPositions, boolean sinesOnly) {
    this.frequencies = new float[frequencies.length][];
    int count = 0;
    for (int axis = 0; axis < frequencies.length; axis++) {
      this.frequencies[axis] = new float[frequencies[axis].length];
      for (int band = 0; band < frequencies[axis].length; band++) {
        this.frequencies[axis][band] = (float) frequencies[axis][band];
      }
      count += frequencies[axis].length * (sinesOnly ? 1 : 2) + (rawPositions ? 1 : 0);
    }
    this.order = order;
    this.rawPositions = rawPositions;
    this.sinesOnly = sinesOnly;
    this.channels = count;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    return new NDList(encode(inputs.singletonOrThrow()));
  }

  private NDArray encode(NDArray positions) {
    NDList raw = new NDList();
    NDList sines = new NDList();
    NDList cosines = new NDList();
    NDList byAxis = new NDList();
    for (int axis = 0; axis < frequencies.length; axis++) {
      NDArray x = positions.get(new NDIndex("..., {}:{}", axis, axis + 1));
      NDArray f = positions.getManager().create(frequencies[axis]);
      // the product is rounded in this order in the reference implementations too
      NDArray angle = Scalars.multiply(x.mul(f), Math.PI);
      NDArray sine = angle.sin();
      sines.add(sine);
      byAxis.add(sine);
      if (!sinesOnly) {
        NDArray cosine = angle.cos();
        cosines.add(cosine);
        byAxis.add(cosine);
      }
      if (rawPositions) {
        raw.add(x);
        byAxis.add(x);
      }
    }
    if (order == ChannelOrder.LUCIDRAINS) {
      return NDArrays.concat(byAxis, -1);
    }
    return NDArrays.concat(raw.addAll(sines).addAll(cosines), -1);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape positions = inputShapes[0];
    return new Shape[] {positions.slice(0, positions.dimension() - 1).add(channels)};
  }
}
