package io.perceiver.cli;

import io.perceiver.data.BadExample;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.run.RunResult;
import io.perceiver.train.TrainingOutcome;
import io.perceiver.train.ValidationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a training ended, for people and as JSON.
 *
 * @param result of the training
 * @param validations of this training, in order
 */
record TrainingSummary(RunResult result, List<ValidationReport> validations) {

  /**
   * Prints it.
   *
   * @param testFile a file to try 'predict' on
   */
  void print(PrintWriter out, Optional<Path> testFile) {
    TrainingOutcome outcome = result.outcome();
    String run = result.folder().path().toString();
    out.println();
    result.test().ifPresent(test -> out.println("Test: " + Figures.of(test)));
    best()
        .ifPresent(
            best ->
                out.println(
                    "Best validation: "
                        + Figures.of(best.result())
                        + ", after step "
                        + best.state().step()));
    out.printf(
        "Run: %s (%d steps, %s; %.1f %% of the time waited for data)%n",
        run,
        outcome.state().step(),
        Figures.duration(outcome.seconds()),
        100 * outcome.waitedShare());
    new Skipped(result.badExamples()).print(out);
    if (outcome.stopped()) {
      stopped(out, run);
    } else {
      next(out, run, testFile);
    }
    out.flush();
  }

  private void stopped(PrintWriter out, String run) {
    out.println(
        result.outcome().state().step() == 0
            ? "Stopped before the first step: there is nothing to go on from."
            : "Stopped. Go on with: " + command("train --resume", run));
  }

  private static void next(PrintWriter out, String run, Optional<Path> testFile) {
    out.println();
    out.println("Next, try:");
    out.println("  " + command("evaluate", run));
    out.println(
        "  " + command("predict", run) + " " + testFile.map(Path::toString).orElse("FILE..."));
    out.println("  " + command("describe", run));
  }

  private static String command(String verb, String run) {
    String shown = run.matches("[\\w./:\\\\+-]+") ? run : "'" + run + "'";
    return Installation.command() + " " + verb + " " + shown;
  }

  private Optional<ValidationReport> best() {
    return validations.stream().filter(ValidationReport::best).reduce((first, second) -> second);
  }

  /** What {@code --json} prints. */
  Map<String, Object> json() {
    TrainingOutcome outcome = result.outcome();
    Map<String, Object> json = new LinkedHashMap<>();
    Optional<EvaluationResult> test = result.test();
    json.put("accuracy", test.map(t -> Figures.number(t.metric("accuracy"))).orElse(null));
    json.put("loss", test.map(t -> Figures.number(t.loss())).orElse(null));
    json.put("examples", test.map(EvaluationResult::examples).orElse(0L));
    json.put("metrics", test.map(Figures::metrics).orElse(Map.of()));
    json.put("run", result.folder().path().toString());
    json.put("stopped", outcome.stopped());
    json.put("seconds", outcome.seconds());
    json.put("steps", outcome.state().step());
    json.put("waitedShare", Figures.number(outcome.waitedShare()));
    json.put("validation", validations.stream().map(TrainingSummary::json).toList());
    json.put("skipped", result.badExamples().size());
    json.put("skippedExamples", result.badExamples().stream().map(BadExample::id).toList());
    return json;
  }

  private static Map<String, Object> json(ValidationReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", report.state().step());
    json.put("epoch", report.state().epoch() + 1);
    json.put("trainLoss", Figures.number(report.trainLoss()));
    json.put("loss", Figures.number(report.result().loss()));
    json.put("metrics", Figures.metrics(report.result()));
    json.put("examples", report.result().examples());
    json.put("best", report.best());
    return json;
  }
}
