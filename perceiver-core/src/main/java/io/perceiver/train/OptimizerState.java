package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an optimiser remembers of each parameter, as named arrays {@code slot/parameter}: so it is
 * saved and resumed without the optimiser's help.
 */
public final class OptimizerState {
  private final NDManager manager;
  private final SortedMap<String, NDArray> arrays = new TreeMap<>();

  /** Empty; its arrays belong to the manager. */
  public OptimizerState(NDManager manager) {
    this.manager = manager;
  }

  /** The array of a slot, zeros at first. */
  public NDArray slot(String slot, String parameter, Shape shape) {
    return arrays.computeIfAbsent(
        slot + "/" + parameter, name -> manager.zeros(shape, DataType.FLOAT32));
  }

  /** Puts back a saved array. */
  public void restore(String name, float[] values, Shape shape) {
    arrays.put(name, manager.create(values, shape));
  }

  /** All arrays by name, {@code slot/parameter}. */
  public SortedMap<String, NDArray> arrays() {
    return Collections.unmodifiableSortedMap(arrays);
  }
}
