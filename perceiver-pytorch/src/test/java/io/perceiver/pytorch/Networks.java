package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.PerceiverOutput;
import io.perceiver.nn.Sharing;
import java.util.List;
import java.util.Map;

/** Tiny networks to prove things on. */
final class Networks {
  static final int LATENTS = 4;
  static final int CHANNELS = 8;

  private Networks() {}

  /** Two iterations of a cross-attend and one layer, 4 latents of 8 channels. */
  static PerceiverConfig trunk() {
    return trunk(2, List.of(), 1, Sharing.NONE, Sharing.NONE);
  }

  static PerceiverConfig trunk(
      int iterations,
      List<Integer> crossAttends,
      int selfAttends,
      Sharing crossSharing,
      Sharing latentSharing) {
    return new PerceiverConfig(
        LATENTS,
        CHANNELS,
        iterations,
        crossAttends,
        selfAttends,
        crossSharing,
        latentSharing,
        AttentionConfig.ofHeads(1, 8),
        AttentionConfig.ofHeads(2, 4),
        new MlpConfig(2, Activation.GELU, 0),
        List.of(),
        MaskedRows.ZERO,
        new InitConfig(1, LinearInit.TORCH, 0.02));
  }

  /** Up to 6 elements of 3 channels at scattered positions on 2 axes. */
  static ModalityInput scattered() {
    return ModalityInput.of(ByteArraySpec.scattered(6, 3, "numbers", 2), FourierFeatures.of(2, 6));
  }

  /** A grid of 3 × 2 elements of 2 channels. */
  static ModalityInput grid() {
    return ModalityInput.of(ByteArraySpec.grid(2, "numbers", 3, 2), FourierFeatures.of(2));
  }

  /** One scattered modality, {@code points}, and a head of 3 classes. */
  static Perceiver ofPoints(NDManager manager) {
    return Perceiver.builder()
        .modality("points", scattered())
        .trunk(trunk())
        .head("label", ClassificationHead.of(3))
        .build()
        .initialize(manager, 5);
  }

  /** {@code grid} and {@code points} together. */
  static Perceiver ofBoth(NDManager manager) {
    return Perceiver.builder()
        .modality("points", scattered())
        .modality("grid", grid())
        .trunk(trunk())
        .build()
        .initialize(manager, 5);
  }

  /** Runs outside training; the parameters are on the CPU already. */
  static PerceiverOutput predict(Perceiver network, Map<String, ByteArray> batch) {
    NDArray any = batch.values().iterator().next().content();
    return network.forward(new ParameterStore(any.getManager(), false), batch, false);
  }

  static float[] latents(Perceiver network, Map<String, ByteArray> batch) {
    return predict(network, batch).latents().toFloatArray();
  }
}
