package io.perceiver.evaluate;

import io.perceiver.api.head.Interval;
import io.perceiver.internal.evaluate.Intervals;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apiguardian.api.API;

/**
 * How often each class was taken for each. Shares of nothing are NaN. Immutable.
 *
 * <p>The means over classes are those of scikit-learn's {@code f1_score(average="macro")} and
 * {@code balanced_accuracy_score}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ConfusionMatrix {
  private final List<String> classes;
  private final Map<Cell, Long> counts;
  private final long[] actual;
  private final long[] predicted;
  private final long[] correct;

  /**
   * A cell.
   *
   * @param actual index of the true class
   * @param predicted index of the class that was predicted
   */
  public record Cell(int actual, int predicted) {}

  /**
   * A matrix of such counts.
   *
   * @param classes their names
   * @param counts of the cells that are not empty
   * @throws IndexOutOfBoundsException if a cell is of no class
   */
  public ConfusionMatrix(List<String> classes, Map<Cell, Long> counts) {
    this.classes = List.copyOf(classes);
    this.counts = Map.copyOf(counts);
    actual = new long[classes.size()];
    predicted = new long[classes.size()];
    correct = new long[classes.size()];
    this.counts.forEach(
        (cell, count) -> {
          actual[cell.actual()] += count;
          predicted[cell.predicted()] += count;
          correct[cell.actual()] += cell.actual() == cell.predicted() ? count : 0;
        });
  }

  /** The names of the classes, in the order of their indices. */
  public List<String> classes() {
    return classes;
  }

  /** How many examples of one class were taken for another, or for the same. */
  public long count(int actualClass, int predictedClass) {
    return counts.getOrDefault(new Cell(actualClass, predictedClass), 0L);
  }

  /** Number of examples. */
  public long total() {
    return LongStream.of(actual).sum();
  }

  /** Number of examples whose class was predicted. */
  public long correct() {
    return LongStream.of(correct).sum();
  }

  /** Share of examples whose class was predicted. */
  public double accuracy() {
    return (double) correct() / total();
  }

  /** Where {@link #accuracy} lies with 95 % confidence. */
  public Interval accuracyInterval() {
    return Intervals.wilson(correct(), total());
  }

  /** Share of a class's examples that were predicted as this class. */
  public double recall(int index) {
    return (double) correct[index] / actual[index];
  }

  /** Share of the predictions of a class that are of this class. */
  public double precision(int index) {
    return (double) correct[index] / predicted[index];
  }

  /** 2·correct / (actual + predicted): the harmonic mean of recall and precision. */
  public double f1(int index) {
    return 2.0 * correct[index] / (actual[index] + predicted[index]);
  }

  /** Mean of {@link #recall} over the classes that have examples. */
  public double meanClassAccuracy() {
    return mean(this::recall, index -> actual[index] > 0);
  }

  /** Mean of {@link #f1} over the classes that have examples or were predicted. */
  public double macroF1() {
    return mean(this::f1, index -> actual[index] + predicted[index] > 0);
  }

  private double mean(IntToDoubleFunction figure, IntPredicate counted) {
    return IntStream.range(0, classes.size())
        .filter(counted)
        .mapToDouble(figure)
        .average()
        .orElse(Double.NaN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && classes.equals(that.classes)
        && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * classes.hashCode() + counts.hashCode();
  }
}
