package io.perceiver.train;

/** Hears what a training does, in the training's thread. */
public interface RunListener {

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
