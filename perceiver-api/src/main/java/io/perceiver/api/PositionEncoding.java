package io.perceiver.api;

import ai.djl.nn.Block;
import org.apiguardian.api.API;

/**
 * Turns positions into channels that are appended to every element. Positions are data, the
 * encoding is part of the model. An implementation is a record: its components are its settings.
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

  /** Channels it adds; 0 for none, and then {@link #block} is never asked for. */
  int channels(ByteArraySpec spec);

  /** How {@link #channels} comes about, for people: {@code "2 axes × (2 × 64 bands + 1)"}. */
  String explain(ByteArraySpec spec);

  /**
   * A new Block: (batch, index, axis) → (batch, index, channels); batch may be 1 where all examples
   * share positions.
   */
  Block block(ByteArraySpec spec);
}
