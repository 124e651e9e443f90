package io.perceiver.api.layer;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Plugin;
import org.apiguardian.api.API;

/**
 * A kind of cross layer that a configuration can name as {@code model: {crossLayer: {type: …}}}.
 *
 * <p>A plugin for the layer in the example of {@link CrossLayer}:
 *
 * <pre>{@code
 * public final class PoolingPlugin implements CrossLayerPlugin<PoolingPlugin.Config> {
 *   public record Config() {}
 *
 *   public String name() { return "pooling"; }
 *
 *   public Config defaults() { return new Config(); }
 *
 *   public CrossLayer create(Config config, CrossLayerSpec spec, LayerFactory layers) {
 *     return new Pooling(spec, layers);
 *   }
 * }
 * }</pre>
 *
 * @param <C> the record its section is bound to
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CrossLayerPlugin<C extends Record> extends Plugin<C> {

  /**
   * Creates a new layer at each call. The trunk calls this once per set of weights, and runs a
   * shared layer many times.
   *
   * @param spec the shapes and settings of the model
   * @param layers creates layers with the model's kernels and initial weights
   * @throws InvalidSpecException if the configuration does not fit the model
   */
  CrossLayer create(C config, CrossLayerSpec spec, LayerFactory layers);
}
