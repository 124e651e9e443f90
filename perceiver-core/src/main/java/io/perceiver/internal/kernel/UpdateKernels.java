package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What happens to parameters once their gradients are there, over lists of arrays in one call;
 * equal indices belong together. No gradient goes through any of it. Thread-safe, as long as no two
 * threads change the same arrays.
 */
public interface UpdateKernels {

  /**
   * Scales gradients in place so that their global L2 norm is at most {@code maxNorm}.
   *
   * @return the norm before, a scalar
   */
  NDArray clipGlobalNorm(List<NDArray> gradients, double maxNorm);

  /**
   * One AdamW step (Loshchilov and Hutter 2019), in place.
   *
   * @param settings its decay first multiplies the values by 1 - learningRate × weightDecay
   */
  void adamStep(AdamState state, AdamSettings settings);

  /**
   * One LAMB step (You et al. 2020), in place, in the order of DeepMind's {@code train/utils.py}:
   * Adam's direction u with both biases corrected, weight decay added to it, and the values moved
   * by learningRate × ‖w‖ / ‖u‖ × u, parameter by parameter; where either norm is 0, by
   * learningRate × u.
   *
   * @param state its gradients may be overwritten
   * @param settings its decay times the value is added to the direction
   */
  void lambStep(AdamState state, AdamSettings settings);

  /**
   * One step of gradient descent, in place: v ← momentum·v + g + decay·w, w ← w - learningRate·v.
   *
   * @param state its gradients may be overwritten
   */
  void sgdStep(SgdState state, SgdSettings settings);

  /**
   * Moves averages towards values, in place: a ← decay·a + (1 - decay)·w.
   *
   * @param averages changed
   * @param values read
   * @param decay 0 to 1
   */
  void average(List<NDArray> averages, List<NDArray> values, double decay);
}
