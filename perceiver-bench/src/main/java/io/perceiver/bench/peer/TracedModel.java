package io.perceiver.bench.peer;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.perceiver.api.PerceiverException;
import io.perceiver.kernel.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A TorchScript file, loaded to predict or to be trained. Such a file is executable code: load none
 * that was sent by someone.
 */
public final class TracedModel implements AutoCloseable {
  /** Kept: once it is collected, the block's handle is released. */
  private final Model model;

  private final Block block;
  private final List<NDArray> values = new ArrayList<>();

  /**
   * Loads a file.
   *
   * @param trainable whether its parameters collect gradients; only then can it be trained, and
   *     only otherwise does it predict at its full speed
   * @throws PerceiverException if there is none, or it is no TorchScript; says how to make one
   */
  public TracedModel(Path file, boolean trainable, Compute compute) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new PerceiverException(
          file + " is not there; docs/bench.md says how to trace a model into such a file");
    }
    Path absolute = file.toAbsolutePath();
    model = Model.newInstance("peer", compute.device());
    try {
      model.load(
          Optional.ofNullable(absolute.getParent()).orElse(absolute),
          String.valueOf(absolute.getFileName()),
          Map.of("trainParam", Boolean.toString(trainable)));
    } catch (MalformedModelException | RuntimeException e) {
      model.close();
      throw new PerceiverException(file + " cannot be loaded as TorchScript: " + e.getMessage(), e);
    }
    block = model.getBlock();
    for (Parameter parameter : block.getParameters().values()) {
      NDArray value = parameter.getArray();
      if (trainable) {
        value.setRequiresGradient(true);
      }
      values.add(value);
    }
  }

  /** Its parameters, in the file's order; they belong to this. */
  List<NDArray> values() {
    return List.copyOf(values);
  }

  /** How many numbers it learns. */
  public long parameters() {
    return values.stream().mapToLong(NDArray::size).sum();
  }

  /**
   * Runs it.
   *
   * @param training whether a graph is built, for a backward pass
   * @param inputs in the file's order
   * @return its first output, owned by the manager of the first input
   */
  NDArray forward(NDManager manager, boolean training, NDArray... inputs) {
    ParameterStore parameters = new ParameterStore(manager, false);
    return block.forward(parameters, new NDList(inputs), training).head();
  }

  /** The parameters' gradients, after a backward pass; they belong to the manager. */
  List<NDArray> gradients(NDManager manager) {
    List<NDArray> gradients = new ArrayList<>();
    for (NDArray value : values) {
      NDArray gradient = value.getGradient();
      gradient.attach(manager);
      gradients.add(gradient);
    }
    return gradients;
  }

  @Override
  public void close() {
    model.close();
  }
}
