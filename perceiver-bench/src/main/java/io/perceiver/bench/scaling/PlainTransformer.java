package io.perceiver.bench.scaling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.ByteArray;
import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.Layer;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.nn.KernelLayers;
import io.perceiver.internal.nn.ModalityEncoder;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Network;
import io.perceiver.nn.PerceiverConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the Perceiver replaces: every element becomes a token of the latents' width, and all tokens
 * attend to all tokens, in the same self-attention layers that the Perceiver has over its latents.
 * The mean token gives the classes.
 */
final class PlainTransformer extends Layer implements Network {
  private final String modality;
  private final String head;
  private final int inputChannels;
  private final int channels;
  private final int classes;
  private final ModalityEncoder encoder;
  private final Block embedding;
  private final List<LatentLayer> layers = new ArrayList<>();
  private final Block classifier;

  /**
   * Creates one over one modality.
   *
   * @param modality its name
   * @param head name of the output
   * @param config width, heads and MLP of its layers
   * @param layerCount how many layers
   */
  PlainTransformer(
      String modality,
      ModalityInput input,
      String head,
      int classes,
      PerceiverConfig config,
      int layerCount,
      Kernels kernels) {
    this.modality = modality;
    this.head = head;
    this.classes = classes;
    channels = config.latentChannels();
    encoder = addChildBlock("input", new ModalityEncoder(input));
    inputChannels = input.channels();
    embedding =
        addChildBlock("embedding", Linear.builder().setUnits(config.latentChannels()).build());
    LayerFactory made = KernelLayers.of(config, kernels);
    for (int layer = 0; layer < layerCount; layer++) {
      layers.add(
          addChildBlock(
              "layer" + layer,
              made.selfAttention(config.latentChannels(), config.selfAttention(), config.mlp())));
    }
    classifier = addChildBlock("classifier", Linear.builder().setUnits(classes).build());
  }

  @Override
  public Block block() {
    return this;
  }

  @Override
  public Map<String, NDArray> outputs(
      ParameterStore parameters, Map<String, ByteArray> inputs, boolean training) {
    ByteArray bytes = Objects.requireNonNull(inputs.get(modality), modality);
    return Map.of(
        head, forward(parameters, encoder.forward(parameters, bytes, training), training));
  }

  /** (batch, M, C) → (batch, class). */
  private NDArray forward(ParameterStore parameters, NDArray elements, boolean training) {
    NDArray tokens = embedding.forward(parameters, new NDList(elements), training).head();
    for (LatentLayer layer : layers) {
      tokens = layer.forward(parameters, tokens, training);
    }
    NDArray mean = tokens.mean(new int[] {1});
    return classifier.forward(parameters, new NDList(mean), training).head();
  }

  /** Takes elements with their position channels. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(forward(parameters, inputs.singletonOrThrow(), training));
  }

  @Override
  protected Shape[] childInputs(Block child, Shape... inputShapes) {
    int width = child == embedding ? inputChannels : channels;
    return new Shape[] {new Shape(1, width)};
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
