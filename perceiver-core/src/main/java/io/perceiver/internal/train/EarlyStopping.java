package io.perceiver.internal.train;

import io.perceiver.api.Problems;
import io.perceiver.train.RunListener;
import io.perceiver.train.TrainingControl;
import io.perceiver.train.TrainingPlan;
import io.perceiver.train.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * Ends a training whose validations have not been better than the best one for a while. A training
 * that goes on from a checkpoint counts on from there; one that was ended by this goes on for as
 * many validations again.
 */
public final class EarlyStopping implements RunListener {
  private final int patience;
  private @Nullable TrainingControl control;
  private boolean spent;

  /**
   * Creates one for a run.
   *
   * @param patience validations in a row that may pass without a better one, at least 1
   */
  public EarlyStopping(int patience) {
    Problems problems = new Problems("");
    problems.check(patience >= 1, "patience", patience, "at least 1");
    problems.throwIfAny();
    this.patience = patience;
  }

  @Override
  public void started(TrainingPlan plan, TrainingControl training) {
    control = training;
  }

  /** Returns whether it has asked the training to stop. */
  public boolean isSpent() {
    return spent;
  }

  @Override
  public void validated(ValidationReport report) {
    if (control != null && report.sinceBest() > 0 && report.sinceBest() % patience == 0) {
      spent = true;
      control.stop(
          "no validation was better for %d in a row (training.patience)"
              .formatted(report.sinceBest()));
    }
  }
}
