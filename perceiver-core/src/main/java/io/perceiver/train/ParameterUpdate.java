package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * One parameter that took part in a step.
 *
 * @param name its name in the model
 * @param decays whether weight decay applies: not to biases and norms
 * @param rateFactor what the step's learning rate is multiplied by for it
 * @param value changed in place
 * @param gradient may be changed in place
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ParameterUpdate(
    String name, boolean decays, double rateFactor, NDArray value, NDArray gradient) {

  /**
   * What parameters that can be updated by one call have in common.
   *
   * @param decays whether weight decay applies
   * @param rateFactor what the learning rate is multiplied by
   */
  public record Kind(boolean decays, double rateFactor) {}

  /** Returns the updates by what can be done in one call, in order. */
  public static Map<Kind, List<ParameterUpdate>> byKind(List<ParameterUpdate> updates) {
    Map<Kind, List<ParameterUpdate>> kinds = new LinkedHashMap<>();
    for (ParameterUpdate update : updates) {
      kinds
          .computeIfAbsent(new Kind(update.decays, update.rateFactor), kind -> new ArrayList<>())
          .add(update);
    }
    return kinds;
  }
}
