package io.perceiver.evaluate;

/** Hears how an evaluation goes, from the thread that evaluates. */
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
