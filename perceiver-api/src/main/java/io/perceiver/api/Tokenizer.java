package io.perceiver.api;

import java.nio.FloatBuffer;
import org.apiguardian.api.API;

/**
 * Turns one raw example into the elements of its byte array. Plain Java: no engine, no parameters,
 * thread-safe. Padding and masks are not its business.
 *
 * <p>A tokenizer that makes an element of each number, at its place in time:
 *
 * <pre>{@code
 * final class SeriesTokenizer implements Tokenizer<float[]> {
 *   private final ByteArraySpec spec;
 *
 *   SeriesTokenizer(int longest) {
 *     spec = ByteArraySpec.scattered(longest, 1, "level", 1);
 *   }
 *
 *   @Override
 *   public ByteArraySpec spec() {
 *     return spec;
 *   }
 *
 *   @Override
 *   public int elements(float[] series) {
 *     if (series.length < 1 || series.length > spec.maxElements()) {
 *       throw new PerceiverException(
 *           series.length + " values; allowed: 1 to " + spec.maxElements());
 *     }
 *     return series.length;
 *   }
 *
 *   @Override
 *   public void tokenize(float[] series, FloatBuffer content, FloatBuffer positions) {
 *     for (int i = 0; i < series.length; i++) {
 *       content.put(series[i]);
 *       positions.put(2f * i / Math.max(1, series.length - 1) - 1);
 *     }
 *   }
 * }
 * }</pre>
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
