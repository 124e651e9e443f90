package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.ByteArray;
import io.perceiver.api.layer.ArrayLayer;
import io.perceiver.api.layer.Layer;
import io.perceiver.internal.nn.ModalityEncoder;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Network;
import java.util.Map;
import java.util.Objects;

/**
 * What every contestant is: positions attached to pixels, then a body that sees nothing but that
 * array, (batch, index, channel).
 */
final class PixelNetwork extends Layer implements Network {
  private final ModalityEncoder encoder;
  private final ArrayLayer body;

  /** A body behind the same array as any other. */
  PixelNetwork(ModalityInput input, ArrayLayer body) {
    encoder = addChildBlock("input", new ModalityEncoder(input));
    this.body = addChildBlock("body", body);
  }

  @Override
  public Block block() {
    return this;
  }

  @Override
  public Map<String, NDArray> outputs(
      ParameterStore parameters, Map<String, ByteArray> inputs, boolean training) {
    ByteArray pictures = Objects.requireNonNull(inputs.get(Pictures.MODALITY));
    NDArray array = encoder.forward(parameters, pictures, training);
    return Map.of(Pictures.HEAD, body.forward(parameters, array, training));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    NDArray array =
        encoder.forward(parameters, new ByteArray(inputs.singletonOrThrow(), null, null), training);
    return new NDList(body.forward(parameters, array, training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return body.getOutputShapes(encoder.getOutputShapes(inputShapes));
  }
}
