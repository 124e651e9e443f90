package io.perceiver.cli.progress;

import io.perceiver.train.RunListener;
import io.perceiver.train.ValidationReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Shows how a training goes, and remembers its validations. Used by the training's thread. */
public abstract class TrainingDisplay implements RunListener, AutoCloseable {
  private final List<ValidationReport> validations = new ArrayList<>();

  /** For the two displays. */
  TrainingDisplay() {}

  /**
   * The display that suits where it is shown.
   *
   * @param terminal whether a line can be drawn again
   */
  public static TrainingDisplay on(PrintStream out, boolean terminal) {
    return terminal ? new BarDisplay(out) : new LineDisplay(out);
  }

  /** The validations so far, in order; a copy. */
  public List<ValidationReport> validations() {
    return List.copyOf(validations);
  }

  @Override
  public void validated(ValidationReport report) {
    validations.add(report);
  }

  /** Ends the display, also of a training that failed. */
  @Override
  public abstract void close();
}
