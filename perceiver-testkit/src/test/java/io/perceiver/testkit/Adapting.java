package io.perceiver.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.InputAdapter;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An adapter that says it keeps the shape of content.
 *
 * @param maker asked for a Block for every model
 */
record Adapting(Supplier<Block> maker) implements InputAdapter {

  /** Nothing learned: (batch, index, channel) to the same. */
  static Adapting by(UnaryOperator<NDArray> function) {
    return new Adapting(
        () -> new LambdaBlock(content -> new NDList(function.apply(content.head()))));
  }

  @Override
  public ByteArraySpec output(ByteArraySpec input) {
    return input;
  }

  @Override
  public Block block(ByteArraySpec input) {
    return maker.get();
  }
}
