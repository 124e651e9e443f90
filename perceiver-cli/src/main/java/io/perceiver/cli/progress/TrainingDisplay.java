package io.perceiver.cli.progress;

import io.perceiver.data.check.CheckReport;
import io.perceiver.train.RunListener;
import io.perceiver.train.ValidationReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Shows how a training goes, and remembers its validations. Used by the training's thread. */
public abstract class TrainingDisplay implements RunListener, AutoCloseable {
  private final List<ValidationReport> validations = new ArrayList<>();
  private final PrintStream out;

  /** Shows it there. */
  TrainingDisplay(PrintStream out) {
    this.out = out;
  }

  /** Where it is shown. */
  final PrintStream out() {
    return out;
  }

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

  /** Warns of what the check of the data found. */
  @Override
  public void checked(CheckReport report) {
    report.warnings().forEach(warning -> out.println("Warning: " + warning + "."));
  }

  @Override
  public void validated(ValidationReport report) {
    validations.add(report);
  }

  /** Ends the display, also of a training that failed. */
  @Override
  public abstract void close();
}
