package io.perceiver.api.layer;

import io.perceiver.api.InvalidSpecException;
import org.apiguardian.api.API;

/**
 * Creates layers that run on the kernels in use, which are fused if the engine has such kernels.
 * Their initial weights follow {@code model.init}. The caller must add each layer to a Block as a
 * child.
 *
 * <p>A decoder in which queries read the latents:
 *
 * <pre>{@code
 * final class QueryDecoder extends Layer {
 *   private final AttentionLayer read;
 *   private final MappingLayer logits;
 *
 *   QueryDecoder(LayerFactory layers) {
 *     read = addChildBlock("read", layers.attention(32, 512, AttentionConfig.ofHeads(1, 64)));
 *     logits = addChildBlock("logits", layers.zeroLinear(32, 10));
 *   }
 *
 *   @Override
 *   protected NDList forwardInternal(
 *       ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> none) {
 *     NDArray queries = inputs.get(0); // (batch, query, 32)
 *     NDArray latents = inputs.get(1); // (batch, N, 512)
 *     NDArray answers = read.forward(parameters, queries, latents, null, training);
 *     return new NDList(logits.forward(parameters, answers, training)); // (batch, query, 10)
 *   }
 *
 *   @Override
 *   public Shape[] getOutputShapes(Shape[] inputs) {
 *     return logits.getOutputShapes(inputs);
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface LayerFactory {

  /** Returns a layer normalisation over the channels, epsilon 1e-5, with scale and offset. */
  MappingLayer norm(int channels);

  /** Returns an MLP: linear to a multiple of the channels, activation, linear back. */
  MappingLayer mlp(int channels, MlpConfig config);

  /** Returns a linear map with a bias. */
  default MappingLayer linear(int inputChannels, int outputChannels) {
    return linear(inputChannels, outputChannels, true);
  }

  /**
   * Returns a linear map.
   *
   * @param biased whether it has a bias
   */
  MappingLayer linear(int inputChannels, int outputChannels, boolean biased);

  /** Returns a linear map with a bias, both initially zero, for the last map of a head. */
  MappingLayer zeroLinear(int inputChannels, int outputChannels);

  /**
   * Returns attention whose result has the queries' channels.
   *
   * @throws InvalidSpecException if the heads do not divide the widths
   */
  default AttentionLayer attention(
      int queryChannels, int keyValueChannels, AttentionConfig config) {
    return attention(queryChannels, keyValueChannels, queryChannels, config);
  }

  /**
   * Returns attention.
   *
   * @param outputChannels channels of the result
   * @throws InvalidSpecException if the heads do not divide the widths
   */
  AttentionLayer attention(
      int queryChannels, int keyValueChannels, int outputChannels, AttentionConfig config);

  /**
   * Returns a whole layer in which elements read each other: z + Attention(LN(z)), then +
   * MLP(LN(·)).
   *
   * @throws InvalidSpecException if the heads do not divide the widths
   */
  LatentLayer selfAttention(int channels, AttentionConfig attention, MlpConfig mlp);

  /**
   * Returns a whole layer in which queries read other elements: z + Attention(LN(z), LN(x)), then +
   * MLP(LN(·)). It reads masks, is {@linkplain InvertibleCrossLayer invertible} and {@linkplain
   * AttentionMapping shows what it reads}.
   *
   * @throws InvalidSpecException if the heads do not divide the widths
   */
  CrossLayer crossAttention(
      int queryChannels, int keyValueChannels, AttentionConfig attention, MlpConfig mlp);
}
