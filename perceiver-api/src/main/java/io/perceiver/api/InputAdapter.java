package io.perceiver.api;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import org.apiguardian.api.API;

/**
 * Learned layers between the tokenizer and the trunk, such as a convolutional stem.
 *
 * <p>A learned linear map and a GELU, applied to every element:
 *
 * <pre>{@code
 * record Embedding(int channels) implements InputAdapter {
 *   public ByteArraySpec output(ByteArraySpec input) {
 *     return new ByteArraySpec(
 *         input.maxElements(), channels, input.axes(), input.sharedPositions(), "embedding");
 *   }
 *
 *   public Block block(ByteArraySpec input) {
 *     return new SequentialBlock()
 *         .add(Linear.builder().setUnits(channels).build())
 *         .add(Activation.geluBlock());
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface InputAdapter {

  /**
   * Returns the spec of the output, given that of the tokenizer. Positions are encoded for the
   * output.
   */
  ByteArraySpec output(ByteArraySpec input);

  /**
   * Creates a new Block that maps content (batch, index, channel) to content of the shape that
   * {@link #output} states.
   */
  Block block(ByteArraySpec input);

  /** Returns whether elements pass unchanged; {@link #block} is then never called. */
  default boolean isIdentity() {
    return false;
  }

  /** Returns an adapter that passes elements unchanged. */
  static InputAdapter identity() {
    return new InputAdapter() {
      @Override
      public ByteArraySpec output(ByteArraySpec input) {
        return input;
      }

      @Override
      public Block block(ByteArraySpec input) {
        return Blocks.identityBlock();
      }

      @Override
      public boolean isIdentity() {
        return true;
      }
    };
  }
}
