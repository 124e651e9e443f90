package io.perceiver.api;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import org.apiguardian.api.API;

/**
 * What is learned between the tokenizer and the trunk, such as a convolutional stem.
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

  /** What comes out, given what the tokenizer writes; positions are encoded for this one. */
  ByteArraySpec output(ByteArraySpec input);

  /** A new Block: content (batch, index, channel) → content as {@link #output} says. */
  Block block(ByteArraySpec input);

  /** Whether elements pass unchanged; the Block is then never asked for. */
  default boolean isIdentity() {
    return false;
  }

  /** Nothing learned: elements pass as they are. */
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
