package io.perceiver.train;

import io.perceiver.data.check.CheckReport;

/** Hears what a training does, in the training's thread. */
public interface RunListener {

  /** After the files of the data set were checked, with what was found; before the first step. */
  default void checked(CheckReport report) {}

  /** Before the first step. */
  default void started(TrainingPlan plan) {}

  /** After every optimiser step. */
  default void stepped(StepReport report) {}

  /** After every validation. */
  default void validated(ValidationReport report) {}

  /** After a checkpoint was written, with its name. */
  default void saved(String checkpoint) {}

  /** After the last step, or when it was stopped. */
  default void finished(TrainingOutcome outcome) {}
}
