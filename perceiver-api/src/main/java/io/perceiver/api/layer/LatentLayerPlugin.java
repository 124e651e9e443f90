package io.perceiver.api.layer;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Plugin;
import org.apiguardian.api.API;

/**
 * A kind of latent layer that a configuration can name as {@code model: {latentLayer: {type: …}}}.
 *
 * <p>A plugin for the layer in the example of {@link LatentLayer}:
 *
 * <pre>{@code
 * public final class FeedForwardPlugin implements LatentLayerPlugin<FeedForwardPlugin.Config> {
 *   public record Config() {}
 *
 *   public String name() { return "feed-forward"; }
 *
 *   public Config defaults() { return new Config(); }
 *
 *   public LatentLayer create(Config config, LatentLayerSpec spec, LayerFactory layers) {
 *     return new FeedForward(spec, layers);
 *   }
 * }
 * }</pre>
 *
 * @param <C> the record its section is bound to
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface LatentLayerPlugin<C extends Record> extends Plugin<C> {

  /**
   * Creates a new layer at each call. The trunk calls this once per set of weights, and runs a
   * shared layer many times.
   *
   * @param spec the shapes and settings of the model
   * @param layers creates layers with the model's kernels and initial weights
   * @throws InvalidSpecException if the configuration does not fit the model
   */
  LatentLayer create(C config, LatentLayerSpec spec, LayerFactory layers);
}
