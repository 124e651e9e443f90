package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * A kind of position encoding a configuration can name as {@code position: {type: …}}.
 *
 * <pre>{@code
 * public final class CoordinatesPlugin implements PositionEncodingPlugin<Coordinates> {
 *   @Override
 *   public String name() {
 *     return "coordinates";
 *   }
 *
 *   @Override
 *   public Coordinates defaults() {
 *     return new Coordinates();
 *   }
 * }
 * }</pre>
 *
 * @param <C> the encoding, which is its own configuration
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PositionEncodingPlugin<C extends Record & PositionEncoding> extends Plugin<C> {}
