package org.example.timeseries;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.InputAdapter;

/**
 * A learned linear map of each element, then a GELU.
 *
 * @param channels of an element after it
 */
record Embedding(int channels) implements InputAdapter {

  @Override
  public ByteArraySpec output(ByteArraySpec input) {
    return new ByteArraySpec(
        input.maxElements(), channels, input.axes(), input.sharedPositions(), "embedding");
  }

  @Override
  public Block block(ByteArraySpec input) {
    return new SequentialBlock()
        .add(Linear.builder().setUnits(channels).build())
        .add(Activation.geluBlock());
  }
}
