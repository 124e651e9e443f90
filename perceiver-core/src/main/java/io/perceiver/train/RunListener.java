package io.perceiver.train;

import io.perceiver.data.check.CheckReport;
import org.apiguardian.api.API;

/** Hears what a training does, in the training's thread. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RunListener {

  /**
   * Called after the files of the data set were checked, with what was found; before the first
   * step.
   */
  default void checked(CheckReport report) {}

  /**
   * Called before the first step.
   *
   * @param control ends the training early; it may be kept and used by any thread
   */
  default void started(TrainingPlan plan, TrainingControl control) {}

  /** Called after every optimiser step. */
  default void stepped(StepReport report) {}

  /** Called after every validation. */
  default void validated(ValidationReport report) {}

  /** Called after a checkpoint was written, with its name. */
  default void saved(String checkpoint) {}

  /** Called after the last step, or once it was stopped; the outcome tells why. */
  default void finished(TrainingOutcome outcome) {}
}
