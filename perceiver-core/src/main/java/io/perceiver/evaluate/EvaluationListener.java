package io.perceiver.evaluate;

import org.apiguardian.api.API;

/** Hears how an evaluation goes, from the thread that evaluates. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface EvaluationListener {
  /**
   * A batch was evaluated.
   *
   * @param examples evaluated so far
   */
  void evaluated(long examples);

  /**
   * The last example was evaluated.
   *
   * @param seconds the evaluation took
   * @param waitedSeconds of these the model waited for data
   */
  default void finished(double seconds, double waitedSeconds) {}
}
