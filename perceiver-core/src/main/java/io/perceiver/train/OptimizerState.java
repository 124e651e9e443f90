package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What a training remembers of each parameter besides its value, as named arrays {@code
 * slot/parameter}: what the optimiser needs and, where weights are averaged, their average. So it
 * is saved and resumed without anybody's help.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
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

  /** The array of a slot, at first a copy of a value. */
  public NDArray slot(String slot, String parameter, NDArray first) {
    return arrays.computeIfAbsent(
        slot + "/" + parameter,
        name -> {
          NDArray copy = manager.zeros(first.getShape(), DataType.FLOAT32);
          copy.set(new NDIndex("..."), first);
          return copy;
        });
  }

  /** Puts back a saved array. */
  public void restore(String name, float[] values, Shape shape) {
    arrays.put(name, manager.create(values, shape));
  }

  /** The arrays of one slot by parameter. */
  public SortedMap<String, NDArray> arrays(String slot) {
    SortedMap<String, NDArray> found = new TreeMap<>();
    String prefix = slot + "/";
    arrays.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), array);
          }
        });
    return found;
  }

  /** All arrays by name, {@code slot/parameter}. */
  public SortedMap<String, NDArray> arrays() {
    return Collections.unmodifiableSortedMap(arrays);
  }
}
