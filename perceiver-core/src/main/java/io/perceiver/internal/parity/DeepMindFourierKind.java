package io.perceiver.internal.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.position.ChannelOrder;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.internal.kernel.Kernels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code fourier_hf_*}: {@code generate_fourier_features} of DeepMind's code and of
 * huggingface/transformers.
 */
final class DeepMindFourierKind implements ParityKind {

  @Override
  public boolean accepts(ReferenceCase reference) {
    return reference.name().startsWith("fourier_hf_");
  }

  @Override
  public void compare(
      ReferenceCase reference, NDManager manager, Kernels kernels, Comparison comparison)
      throws IOException {
    NDArray positions = reference.array(manager, "input/pos");
    JsonNode config = reference.config();
    List<Double> resolution = new ArrayList<>();
    config.path("max_resolution").forEach(size -> resolution.add(size.asDouble()));
    FourierFeatures encoding =
        new FourierFeatures(
            List.of(config.path("num_bands").asInt()),
            resolution,
            ChannelOrder.PAPER,
            config.path("concat_pos").asBoolean(true),
            config.path("sine_only").asBoolean(false));
    int count = (int) positions.getShape().get(1);
    Block block = encoding.block(ByteArraySpec.scattered(count, 0, "positions", resolution.size()));
    NDArray code =
        block
            .forward(new ParameterStore(manager, false), new NDList(positions), false)
            .singletonOrThrow();
    comparison.output("output/enc", reference.tensors().floats("output/enc"), code.toFloatArray());
  }
}
