package io.perceiver.run;

import io.perceiver.data.BadExample;
import io.perceiver.data.check.CheckReport;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.train.TrainingOutcome;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a run ended.
 *
 * @param folder of the run
 * @param outcome of its training
 * @param test on the test split, read after training with the best checkpoint; empty if the data
 *     has none, or the training was stopped and nobody asked for it
 * @param testSeen whether the run's test split had been read before this part of the training, so
 *     that its figures may have guided what was done since
 * @param badExamples that were left out
 * @param check what the check of the data found before the training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunResult(
    RunFolder folder,
    TrainingOutcome outcome,
    Optional<EvaluationResult> test,
    boolean testSeen,
    List<BadExample> badExamples,
    CheckReport check) {}
