package io.perceiver.api;

import java.nio.FloatBuffer;
import org.apiguardian.api.API;

/**
 * Turns one raw example into the elements of its byte array. It is plain Java, without engine or
 * parameters, and must be thread-safe. The program takes care of padding and masks.
 *
 * <p>Samples at an even rate, one element each:
 *
 * <pre>{@code
 * record EcgTokenizer(int samples) implements Tokenizer<short[]> {
 *   public ByteArraySpec spec() { return ByteArraySpec.grid(1, "voltage", samples); }
 *
 *   public int elements(short[] example) { return Math.min(example.length, samples); }
 *
 *   public void tokenize(short[] example, FloatBuffer content, FloatBuffer positions) {
 *     for (int i = 0; i < elements(example); i++) {
 *       content.put(example[i] / 32768f); // the spec has the positions, so none are written
 *     }
 *   }
 * }
 * }</pre>
 *
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Tokenizer<T> {

  /** Returns the shape of what it writes. */
  ByteArraySpec spec();

  /**
   * Returns how many elements the example has, from 1 to {@code spec().maxElements()}. It is called
   * before {@link #tokenize}, so that a batch is as long as its longest example.
   *
   * @throws PerceiverException if the example cannot be tokenized; says why
   */
  int elements(T example);

  /**
   * Writes exactly {@code elements(example)} elements.
   *
   * @param content receives (index, channel), row-major
   * @param positions receives (index, axis), each coordinate in [-1, 1]; has no room if {@code
   *     spec().sharedPositions()} is present
   */
  void tokenize(T example, FloatBuffer content, FloatBuffer positions);
}
