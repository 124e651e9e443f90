package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * A kind of position encoding that a configuration can name as {@code position: {type: …}}.
 *
 * <pre>{@code
 * public final class CirclePlugin implements PositionEncodingPlugin<Circle> {
 *   public String name() { return "circle"; }
 *
 *   public Circle defaults() { return new Circle(); }
 * }
 * }</pre>
 *
 * @param <C> the encoding, which is its own configuration
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PositionEncodingPlugin<C extends Record & PositionEncoding> extends Plugin<C> {}
