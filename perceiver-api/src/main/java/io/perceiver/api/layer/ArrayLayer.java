package io.perceiver.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.apiguardian.api.API;

/** A layer that maps one array to one array. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ArrayLayer extends Layer {

  /** Creates the layer. */
  protected ArrayLayer() {}

  /** Runs the layer; the result is owned by the manager of the array. */
  public abstract NDArray forward(ParameterStore parameters, NDArray array, boolean training);

  @Override
  protected final NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(forward(parameters, inputs.singletonOrThrow(), training));
  }
}
