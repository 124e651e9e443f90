package io.perceiver.api;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the model is asked for: its targets, output, loss, metrics and how a prediction is shown.
 * The training loop, evaluation and prediction know it only through this.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Head {

  /** A new Block for a trunk with such latents. */
  HeadBlock block(LatentArraySpec latents);

  /** Floats of one target. */
  int targetSize();

  /**
   * Writes an example's target, {@link #targetSize()} floats: for classes a distribution over them.
   *
   * @param columns the example's row, by column name
   * @return false, and nothing written, where the row carries no target for this head
   * @throws PerceiverException if the row's target is not one of this head's; says what is allowed
   */
  boolean target(Map<String, String> columns, FloatBuffer target);

  /** The target as a person reads it, where the row carries one. */
  Optional<String> trueValue(Map<String, String> columns);

  /**
   * The names of the classes, in the order of the outputs, of a head that chooses one of several:
   * its output is then a score for each class, its target a distribution over them, and evaluation
   * adds intervals and a confusion matrix. Empty for any other head.
   */
  default List<String> classes() {
    return List.of();
  }

  /** The loss that training lowers. */
  Loss loss();

  /** The loss that evaluation reports; without what only training adds, such as label smoothing. */
  default Loss evaluationLoss() {
    return loss();
  }

  /** What evaluation reports; the first is the primary one, by which checkpoints are chosen. */
  List<Metric> metrics();

  /** Turns one example's output, flattened, into what {@code predict} shows. */
  Prediction render(float[] output);
}
