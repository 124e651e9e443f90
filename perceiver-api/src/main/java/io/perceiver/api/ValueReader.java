package io.perceiver.api;

import java.io.IOException;
import org.apiguardian.api.API;

/**
 * Turns a decoded value, such as a picture in memory, into one raw example; the counterpart of
 * {@link ExampleReader#read} for programs that have no bytes. It must be thread-safe.
 *
 * <pre>{@code
 * public List<ValueReader<?, String>> values() {
 *   return List.of(
 *       new ValueReader<>(CharSequence.class, (name, text) -> text.toString()),
 *       new ValueReader<>(char[].class, (name, letters) -> new String(letters)));
 * }
 * }</pre>
 *
 * @param type class of the values
 * @param conversion turns a value into a raw example
 * @param <V> the values
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ValueReader<V, T>(Class<V> type, Conversion<? super V, ? extends T> conversion) {

  /**
   * Makes a raw example from a value, which it must not change.
   *
   * @param <V> the value
   * @param <T> one raw example
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  @FunctionalInterface
  public interface Conversion<V, T> {

    /**
     * Converts a value.
     *
     * @param name the name that messages show
     * @throws UnreadableExampleException if it does not fit the configuration; says why
     */
    T convert(String name, V value) throws IOException;
  }

  T read(String name, Object value) throws IOException {
    return conversion.convert(name, type.cast(value));
  }
}
