package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A layer from one array to one array. */
public abstract class ArrayLayer extends Layer {

  /** Made by subclasses. */
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
