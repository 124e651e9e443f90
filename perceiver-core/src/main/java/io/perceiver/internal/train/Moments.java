package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.perceiver.internal.kernel.AdamState;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.ParameterUpdate;
import java.util.ArrayList;
import java.util.List;

/** What Adam and LAMB remember of each parameter: two moments, and the steps it has taken. */
final class Moments {

  private Moments() {}

  /** The parameters with their moments; slots {@code firstMoment, secondMoment, steps}. */
  static AdamState of(List<ParameterUpdate> updates, OptimizerState state) {
    List<NDArray> first = new ArrayList<>();
    List<NDArray> second = new ArrayList<>();
    List<NDArray> steps = new ArrayList<>();
    for (ParameterUpdate update : updates) {
      Shape shape = update.value().getShape();
      first.add(state.slot("firstMoment", update.name(), shape));
      second.add(state.slot("secondMoment", update.name(), shape));
      steps.add(state.slot("steps", update.name(), new Shape()));
    }
    return new AdamState(
        updates.stream().map(ParameterUpdate::value).toList(),
        updates.stream().map(ParameterUpdate::gradient).toList(),
        first,
        second,
        steps);
  }
}
