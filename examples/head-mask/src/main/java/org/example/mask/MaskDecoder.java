package org.example.mask;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadInput;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.head.ModelInput;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.Positions;
import io.perceiver.api.layer.AttentionLayer;
import io.perceiver.api.layer.Layer;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.api.layer.MappingLayer;
import java.util.List;

/**
 * The places of the mask, encoded as those of the input are, read the latents; a linear map makes
 * scores of what each has read (Perceiver IO §3).
 */
final class MaskDecoder extends Layer implements HeadBlock {
  private final Positions places;
  private final Block encoding; // borrowed of the input, so not a child
  private final AttentionLayer read;
  private final MappingLayer scores;
  private final long latents;
  private final int classes;

  MaskDecoder(MaskConfig config, ModelSpec model, LayerFactory layers) {
    ByteArraySpec mask = model.elements(config.of());
    ModelInput input = model.input(config.input());
    places = mask.sharedPositions().orElseThrow(() -> needs("of", config.of(), "a grid"));
    encoding =
        input.positions().orElseThrow(() -> needs("input", config.input(), "position channels"));
    int channels = input.positionEncoding().channels(input.adapted());
    read =
        addChildBlock(
            "read", layers.attention(channels, model.latents().channels(), config.attention()));
    scores = addChildBlock("scores", layers.linear(channels, config.classes()));
    latents = model.latents().latents();
    classes = config.classes();
  }

  private static InvalidSpecException needs(String key, String modality, String what) {
    return new InvalidSpecException(List.of(key + ": '" + modality + "' has no " + what));
  }

  @Override
  public NDList forward(ParameterStore parameters, HeadInput input, boolean training) {
    NDArray z = input.latents();
    NDList grid = new NDList(places.array(z.getManager()));
    NDArray code = encoding.forward(parameters, grid, training).head();
    Shape one = code.getShape();
    NDArray queries = code.broadcast(z.getShape().get(0), one.get(1), one.get(2));
    NDArray answers = read.forward(parameters, queries, z, null, training);
    return new NDList(scores.forward(parameters, answers, training));
  }

  @Override
  public long flops() {
    return read.cost(places.count(), latents)
        .plus(scores.cost(places.count()))
        .modelFlops();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters, NDList latents, boolean training, PairList<String, Object> none) {
    throw new UnsupportedOperationException("it is called as a head");
  }

  @Override
  public Shape[] getOutputShapes(Shape[] latents) {
    return new Shape[] {new Shape(latents[0].get(0), places.count(), classes)};
  }
}
