package io.perceiver.train;

/**
 * How far a training has come; what a checkpoint keeps besides arrays.
 *
 * @param step optimiser steps taken
 * @param epoch the epoch it is in, from 0
 * @param batch batches of that epoch already used
 * @param examples examples seen in all
 * @param epochLoss sum of the losses of this epoch's steps
 * @param epochSteps number of this epoch's steps
 * @param best the primary metric of the best validation so far; NaN before the first
 */
public record TrainingState(
    long step,
    int epoch,
    int batch,
    long examples,
    double epochLoss,
    long epochSteps,
    double best) {

  /** Before the first step. */
  public static final TrainingState START = new TrainingState(0, 0, 0, 0, 0, 0, Double.NaN);

  TrainingState afterStep(int batches, int moreExamples, double loss) {
    return new TrainingState(
        step + 1,
        epoch,
        batch + batches,
        examples + moreExamples,
        epochLoss + loss,
        epochSteps + 1,
        best);
  }

  TrainingState nextEpoch() {
    return new TrainingState(step, epoch + 1, 0, examples, 0, 0, best);
  }

  TrainingState withBest(double primary) {
    return new TrainingState(step, epoch, batch, examples, epochLoss, epochSteps, primary);
  }

  /** Mean loss of this epoch's steps; NaN before the first. */
  public double meanLoss() {
    return epochSteps == 0 ? Double.NaN : epochLoss / epochSteps;
  }
}
