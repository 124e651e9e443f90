package io.perceiver.api;

import java.nio.FloatBuffer;
import org.apiguardian.api.API;

/**
 * Turns one raw example into the elements of its byte array. Plain Java: no engine, no parameters,
 * thread-safe. Padding and masks are not its business.
 *
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Tokenizer<T> {

  /** What it writes. */
  ByteArraySpec spec();

  /**
   * How many elements the example has, from 1 to {@code spec().maxElements()}; asked before {@link
   * #tokenize} so that a batch is as long as its longest example.
   *
   * @throws PerceiverException if the example cannot be tokenized; says why
   */
  int elements(T example);

  /**
   * Writes exactly {@code elements(example)} elements.
   *
   * @param content receives (index, channel), row-major
   * @param positions receives (index, axis), each coordinate in [-1, 1]; has no room where {@code
   *     spec().sharedPositions()} is present
   */
  void tokenize(T example, FloatBuffer content, FloatBuffer positions);
}
