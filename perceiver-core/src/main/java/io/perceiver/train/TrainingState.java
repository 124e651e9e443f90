package io.perceiver.train;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How far a training has come; what a checkpoint keeps besides arrays.
 *
 * @param step optimiser steps taken
 * @param epoch the epoch it is in, from 0
 * @param batch batches of that epoch already used
 * @param examples examples seen in all
 * @param epochLoss sum of the losses of this epoch's steps
 * @param epochSteps number of this epoch's steps
 * @param best what checkpoints are chosen by, of the best validation so far; NaN before the first
 * @param sinceBest validations since the best one
 * @param calibration what the outputs chose on the best validation, such as thresholds, by output
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TrainingState(
    long step,
    int epoch,
    int batch,
    long examples,
    double epochLoss,
    long epochSteps,
    double best,
    int sinceBest,
    Map<String, List<Double>> calibration) {

  /** Before the first step. */
  public static final TrainingState START =
      new TrainingState(0, 0, 0, 0, 0, 0, Double.NaN, 0, Map.of());

  /** Fills in what a state of an older checkpoint lacks. */
  public TrainingState {
    calibration = calibration == null ? Map.of() : Map.copyOf(calibration);
  }

  @API(status = API.Status.INTERNAL, since = "0.1")
  public TrainingState afterStep(int batches, int moreExamples, double loss) {
    return new TrainingState(
        step + 1,
        epoch,
        batch + batches,
        examples + moreExamples,
        epochLoss + loss,
        epochSteps + 1,
        best,
        sinceBest,
        calibration);
  }

  @API(status = API.Status.INTERNAL, since = "0.1")
  public TrainingState nextEpoch() {
    return new TrainingState(step, epoch + 1, 0, examples, 0, 0, best, sinceBest, calibration);
  }

  @API(status = API.Status.INTERNAL, since = "0.1")
  public TrainingState withBest(double figure, Map<String, List<Double>> chosen) {
    return new TrainingState(
        step, epoch, batch, examples, epochLoss, epochSteps, figure, 0, chosen);
  }

  @API(status = API.Status.INTERNAL, since = "0.1")
  public TrainingState withoutBetter() {
    return new TrainingState(
        step, epoch, batch, examples, epochLoss, epochSteps, best, sinceBest + 1, calibration);
  }

  /** Mean loss of this epoch's steps; NaN before the first. */
  public double meanLoss() {
    return epochSteps == 0 ? Double.NaN : epochLoss / epochSteps;
  }
}
