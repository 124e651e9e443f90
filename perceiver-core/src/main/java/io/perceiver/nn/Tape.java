package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import java.util.List;

/**
 * A training's forward pass, cut into segments that are differentiated one by one, the last first.
 * What a segment's backward pass needs is then not kept from its forward pass but computed again
 * (activation checkpointing, Chen et al. 2016): memory for one segment instead of all of them, for
 * one more forward pass. The gradients are the same.
 */
public interface Tape {

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

  /** Whether segments are to be computed again; where not, nobody needs the other methods. */
  boolean recomputes();

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
