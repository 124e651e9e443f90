package io.perceiver.api;

import ai.djl.nn.Block;
import org.apiguardian.api.API;

/**
 * Turns positions into channels that are appended to every element. Positions are data; their
 * encoding is part of the model. An implementation is a record whose components are its settings.
 *
 * <p>The sine and cosine of an angle, for axes whose ends meet:
 *
 * <pre>{@code
 * record Circle() implements PositionEncoding {
 *   public int channels(ByteArraySpec spec) { return 2 * spec.axes(); }
 *
 *   public String explain(ByteArraySpec spec) { return spec.axes() + " axes × (sine, cosine)"; }
 *
 *   public Block block(ByteArraySpec spec) {
 *     return new LambdaBlock(
 *         positions -> {
 *           NDArray angles = Scalars.multiply(positions.head(), Math.PI);
 *           return new NDList(angles.sin().concat(angles.cos(), -1));
 *         });
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PositionEncoding {

  /** Returns the number of channels it adds; if it is 0, {@link #block} is never called. */
  int channels(ByteArraySpec spec);

  /**
   * Returns how {@link #channels} is computed, for people: {@code "2 axes × (2 × 64 bands + 1)"}.
   */
  String explain(ByteArraySpec spec);

  /**
   * Creates a new Block: (batch, index, axis) → (batch, index, channels). The batch axis has length
   * 1 if all examples share positions.
   */
  Block block(ByteArraySpec spec);
}
