package io.perceiver.internal.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Positions;
import io.perceiver.api.position.ChannelOrder;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.internal.kernel.Kernels;
import java.io.IOException;

/** {@code fourier_lucid_*}: the {@code fourier_encode} of lucidrains/perceiver-pytorch. */
final class LucidrainsFourierKind implements ParityKind {

  @Override
  public boolean accepts(ReferenceCase reference) {
    return reference.name().startsWith("fourier_lucid_");
  }

  @Override
  public void compare(
      ReferenceCase reference, NDManager manager, Kernels kernels, Comparison comparison)
      throws IOException {
    NDArray given = reference.array(manager, "input/pos");
    int axes = (int) given.getShape().get(given.getShape().dimension() - 1);
    NDArray positions = given.reshape(1, -1, axes);
    JsonNode config = reference.config();
    FourierFeatures encoding =
        FourierFeatures.of(config.path("num_bands").asInt(), config.path("max_freq").asDouble())
            .in(ChannelOrder.LUCIDRAINS);
    int count = (int) positions.getShape().get(1);
    Block block = encoding.block(ByteArraySpec.scattered(count, 0, "positions", axes));
    NDArray code =
        block
            .forward(new ParameterStore(manager, false), new NDList(positions), false)
            .singletonOrThrow();
    String expected = reference.has("output/enc_flat") ? "output/enc_flat" : "output/enc";
    comparison.output(expected, reference.tensors().floats(expected), code.toFloatArray());
    compareGrid(config.path("grid_shape"), positions, comparison);
  }

  /** Where the case's positions are a grid, ours must be the same. */
  private static void compareGrid(JsonNode shape, NDArray positions, Comparison comparison) {
    if (shape.isArray()) {
      int[] axes = new int[shape.size()];
      for (int axis = 0; axis < axes.length; axis++) {
        axes[axis] = shape.get(axis).asInt();
      }
      comparison.output("grid positions", positions.toFloatArray(), Positions.grid(axes).values());
    }
  }
}
