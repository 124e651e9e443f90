package io.perceiver.api.layer;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Plugin;
import org.apiguardian.api.API;

/**
 * A kind of cross layer a configuration can name as {@code model: {crossLayer: {type: …}}}.
 *
 * @param <C> the record its section is bound to
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CrossLayerPlugin<C extends Record> extends Plugin<C> {

  /**
   * Creates one layer, new at each call. The trunk asks once for each set of weights and calls a
   * shared layer many times.
   *
   * @param spec what the layer is made for
   * @param layers creates layers with the model's kernels and first weights
   * @throws InvalidSpecException if the configuration does not fit the model
   */
  CrossLayer create(C config, CrossLayerSpec spec, LayerFactory layers);
}
