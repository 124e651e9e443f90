package io.perceiver.train;

import io.perceiver.evaluate.EvaluationResult;
import org.apiguardian.api.API;

/**
 * One validation.
 *
 * @param state after the step it followed
 * @param trainLoss mean loss of the epoch's steps
 * @param result on the validation split, of the averaged weights where weights are averaged
 * @param best whether it is the best so far
 * @param sinceBest validations since the best one; 0 if this is it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ValidationReport(
    TrainingState state, double trainLoss, EvaluationResult result, boolean best, int sinceBest) {}
