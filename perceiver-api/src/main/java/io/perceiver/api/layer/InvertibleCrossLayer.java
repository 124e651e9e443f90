package io.perceiver.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CrossLayer} with an inverted form: its weights are a softmax over the latents,
 * normalised over the elements (Slot Attention, Locatello et al. 2020). {@code
 * model.invertedCrossAttends} needs such a layer.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface InvertibleCrossLayer {

  /** Lets the latents read in the inverted form; arguments are those of the layer's forward. */
  NDArray forwardInverted(
      ParameterStore parameters,
      NDArray latents,
      NDArray bytes,
      @Nullable NDArray mask,
      boolean training);

  /**
   * Returns the cost of the inverted form for one example; empty if it is not known.
   *
   * @param inputLearns whether a gradient goes into the byte array
   */
  Optional<LayerCost> invertedCost(long latents, long elements, boolean inputLearns);
}
