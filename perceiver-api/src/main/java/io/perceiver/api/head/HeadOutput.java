package io.perceiver.api.head;

import io.perceiver.api.PerceiverException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One output of a head: its target, loss, metrics, and how a prediction is shown.
 *
 * <p>The age in a column of whole numbers:
 *
 * <pre>{@code
 * record AgeOutput(String column) implements HeadOutput {
 *   public Target target() { return new Target.Numbers(Set.of(column), 1, this::read); }
 *
 *   public Loss loss() { return new SquaredError(); }
 *
 *   public List<Metric> metrics() { return List.of(new MeanAbsoluteError()); }
 *
 *   public Prediction render(float[] values, int... shape) {
 *     return new Prediction.Numbers(Map.of(column, (double) values[0]), "years");
 *   }
 *
 *   private boolean read(Map<String, String> row, FloatBuffer target) {
 *     String cell = row.getOrDefault(column, "");
 *     if (cell.isEmpty()) {
 *       return false;
 *     }
 *     if (!cell.matches("\\d{1,3}")) {
 *       throw new PerceiverException(column + ": '" + cell + "' is not an age; allowed: 0 to 999");
 *     }
 *     target.put(Float.parseFloat(cell));
 *     return true;
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface HeadOutput {

  /**
   * Returns its name within the head, of letters, digits, {@code _} and {@code -}. Its figures and
   * predictions are called {@code HEAD.NAME}, or {@code HEAD} if the name is empty, which is the
   * default.
   */
  default String name() {
    return "";
  }

  /** Returns where its target is and how it is read. */
  Target target();

  /** Returns the loss that training lowers. */
  Loss loss();

  /**
   * Returns the loss that evaluation reports, without additions that are only for training, such as
   * label smoothing.
   */
  default Loss evaluationLoss() {
    return loss();
  }

  /**
   * Returns the weight of its loss among those of the head's outputs. It is multiplied by the
   * head's weight in the configuration.
   */
  default double weight() {
    return 1;
  }

  /**
   * Returns the metrics that evaluation reports. The first is the primary one: it chooses
   * checkpoints unless the configuration names another.
   */
  List<Metric> metrics();

  /**
   * Returns the names of the classes, in the order of the output's last axis, if the output chooses
   * one of several. It must then be a score for each class with an id as its target, and evaluation
   * adds a confusion matrix. Empty for any other output.
   */
  default List<String> classes() {
    return List.of();
  }

  /**
   * Turns the output of one example into what {@code predict} shows.
   *
   * @param values the output, row-major
   * @param shape of the values, without the batch axis
   */
  Prediction render(float[] values, int... shape);

  /**
   * Returns the true value as a person reads it, if the row of an example holds one.
   *
   * @param columns the example's row, by column name
   */
  default Optional<String> trueValue(Map<String, String> columns) {
    return Optional.empty();
  }

  /**
   * Starts to choose values on the validation split once the weights are known, such as thresholds.
   *
   * @return empty, the default, if there is nothing to choose
   */
  default Optional<Calibration> calibration() {
    return Optional.empty();
  }

  /**
   * Returns this output with the values that a {@link #calibration} chose.
   *
   * @param values as {@link Calibration#values} gave them; kept in checkpoints
   * @throws PerceiverException if they are not this output's
   */
  default HeadOutput calibrated(List<Double> values) {
    return this;
  }
}
