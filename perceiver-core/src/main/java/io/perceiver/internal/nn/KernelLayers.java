package io.perceiver.internal.nn;

import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.AttentionLayer;
import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.api.layer.MappingLayer;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.nn.PerceiverConfig;

/**
 * Creates a model's layers, with its kernels behind them.
 *
 * @param init what weights start from
 * @param maskedRows what attention gives where every key is masked
 * @param kernels the operations
 */
public record KernelLayers(InitConfig init, MaskedRows maskedRows, Kernels kernels)
    implements LayerFactory {

  /** Returns the layers of a trunk. */
  public static KernelLayers of(PerceiverConfig config, Kernels kernels) {
    return new KernelLayers(config.init(), config.maskedRows(), kernels);
  }

  @Override
  public MappingLayer norm(int channels) {
    return new Norm(channels, kernels);
  }

  @Override
  public MappingLayer mlp(int channels, MlpConfig config) {
    return new Mlp(channels, config, init, kernels);
  }

  @Override
  public MappingLayer linear(int inputChannels, int outputChannels, boolean biased) {
    return LinearLayer.of(inputChannels, outputChannels, biased, init, kernels);
  }

  @Override
  public MappingLayer zeroLinear(int inputChannels, int outputChannels) {
    return LinearLayer.zero(inputChannels, outputChannels, kernels);
  }

  @Override
  public AttentionLayer attention(
      int queryChannels, int keyValueChannels, int outputChannels, AttentionConfig config) {
    return new MultiHeadAttention(queryChannels, keyValueChannels, outputChannels, config, this);
  }

  @Override
  public LatentLayer selfAttention(int channels, AttentionConfig attention, MlpConfig mlp) {
    return new SelfAttention(channels, attention, mlp, this);
  }

  @Override
  public CrossLayer crossAttention(
      int queryChannels, int keyValueChannels, AttentionConfig attention, MlpConfig mlp) {
    return new CrossAttention(queryChannels, keyValueChannels, attention, mlp, this);
  }
}
