package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training's forward pass, cut into segments that are differentiated one by one, the last first.
 * Two kinds of segments are not the engine's autograd's: operations that bring their own backward
 * pass, and segments that are computed again in the backward pass instead of keeping what it needs
 * (activation checkpointing, Chen et al. 2016). The gradients are the same.
 */
public interface Tape {

  /** The tape of a training step, if its parameters come with one. */
  static @Nullable Tape of(ParameterStore parameters, boolean training) {
    return training && parameters instanceof Tape tape ? tape : null;
  }

  /**
   * An operation that brings its own backward pass; one object for one use. Neither method builds a
   * graph, and what they are given has none.
   */
  interface Operation {

    /**
     * Runs it; what its backward pass needs, it keeps.
     *
     * @return owned by the manager of the first input
     */
    NDArray forward(List<NDArray> inputs);

    /**
     * The gradients of the inputs, in their order. The tape closes them: none may be an input or
     * anything kept.
     *
     * @param inputs those of {@link #forward}
     * @param result what that gave
     * @param gradient of the result
     */
    List<NDArray> backward(List<NDArray> inputs, NDArray result, NDArray gradient);
  }

  /** A piece of the forward pass. */
  @FunctionalInterface
  interface Segment {

    /**
     * Runs it.
     *
     * @param parameters to ask for every parameter
     * @param inputs those of {@link #recomputed}, in their order
     */
    NDArray run(ParameterStore parameters, List<NDArray> inputs);
  }

  /** Whether segments are to be computed again. */
  boolean recomputes();

  /**
   * Runs an operation that brings its own backward pass.
   *
   * @param inputs ends of graphs, or of segments; each gets a gradient
   * @return a gradient's end: what is computed from it begins a new graph
   */
  NDArray differentiated(Operation operation, List<NDArray> inputs);

  /**
   * Ends a segment that autograd differentiates by itself.
   *
   * @param end of a graph that something learned has part in
   * @return the same numbers, with a gradient; what is computed from them begins a new graph
   */
  NDArray cut(NDArray end);

  /**
   * Runs a segment and keeps only what comes out.
   *
   * @param inputs what the segment reads: ends of segments, or arrays without a gradient
   */
  NDArray recomputed(Segment segment, List<NDArray> inputs);
}
