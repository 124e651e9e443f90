package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.ArrayLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * A small vision transformer from DJL's blocks (Dosovitskiy et al. 2021): square patches mapped to
 * tokens, learned positions added, layers, a LayerNorm, and the mean token.
 */
final class VitBody extends ArrayLayer {
  private final BodySpec spec;
  private final VitSize size;
  private final int tokens;
  private final Block embedding;
  private final Parameter positions;
  private final List<VitLayer> layers = new ArrayList<>();
  private final Block norm;
  private final Block classifier;

  /**
   * Creates one with its numbers.
   *
   * @throws PerceiverException if patches do not fill the grid
   */
  VitBody(BodySpec spec, VitSize size) {
    this.spec = spec;
    this.size = size;
    if (spec.height() % size.patch() != 0 || spec.width() % size.patch() != 0) {
      throw new PerceiverException(
          "patches of %d do not fill a grid of %d × %d"
              .formatted(size.patch(), spec.height(), spec.width()));
    }
    tokens = spec.height() / size.patch() * (spec.width() / size.patch());
    embedding = addChildBlock("embedding", Linear.builder().setUnits(size.width()).build());
    positions =
        parameter(
            "positions",
            Parameter.Type.WEIGHT,
            new NormalInitializer(0.02f),
            1,
            tokens,
            size.width());
    for (int layer = 0; layer < size.layers(); layer++) {
      layers.add(addChildBlock("layer" + layer, new VitLayer(size.width(), size.heads())));
    }
    norm = addChildBlock("norm", LayerNorm.builder().axis(2).build());
    classifier = addChildBlock("classifier", Linear.builder().setUnits(spec.classes()).build());
  }

  @Override
  public NDArray forward(ParameterStore parameters, NDArray array, boolean training) {
    NDArray embedded = apply(embedding, parameters, patches(array), training);
    NDArray tokensNow = embedded.add(parameters.getValue(positions, array.getDevice(), training));
    for (VitLayer layer : layers) {
      tokensNow = layer.forward(parameters, tokensNow, training);
    }
    NDArray mean = apply(norm, parameters, tokensNow, training).mean(new int[] {1});
    return apply(classifier, parameters, mean, training);
  }

  /** (batch, M, C) → (batch, token, patch · patch · C). */
  private NDArray patches(NDArray array) {
    long batch = array.getShape().get(0);
    int side = size.patch();
    int rows = spec.height() / side;
    int columns = spec.width() / side;
    return array
        .reshape(batch, rows, side, columns, (long) side * spec.channels())
        .transpose(0, 1, 3, 2, 4)
        .reshape(batch, tokens, patchChannels());
  }

  private long patchChannels() {
    return (long) size.patch() * size.patch() * spec.channels();
  }

  private static NDArray apply(
      Block block, ParameterStore parameters, NDArray array, boolean training) {
    return block.forward(parameters, new NDList(array), training).singletonOrThrow();
  }

  @Override
  protected Shape[] childInputs(Block child, Shape... inputShapes) {
    if (child == classifier) {
      return new Shape[] {new Shape(1, size.width())};
    }
    long channels = child == embedding ? patchChannels() : size.width();
    return new Shape[] {new Shape(1, tokens, channels)};
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), spec.classes())};
  }
}
