package io.perceiver.cli;

import io.perceiver.data.BadExample;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.internal.evaluate.ResultFigures;
import io.perceiver.run.RunResult;
import io.perceiver.train.TrainingOutcome;
import io.perceiver.train.ValidationReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a training ended, for people and as JSON.
 *
 * @param result of the training
 * @param validations of this training, in order
 * @param ceilings see {@link SubsetTable}
 */
record TrainingSummary(
    RunResult result,
    List<ValidationReport> validations,
    Optional<? extends ToDoubleFunction<Set<String>>> ceilings) {

  /**
   * Prints it.
   *
   * @param testExample what to try 'predict' on
   */
  void print(PrintWriter out, Optional<String> testExample) {
    TrainingOutcome outcome = result.outcome();
    String run = result.folder().path().toString();
    out.println();
    result.test().ifPresent(test -> test(out, test));
    best()
        .ifPresent(
            best ->
                out.println(
                    "Best validation: "
                        + Figures.of(best.result())
                        + ", after step "
                        + best.state().step()));
    out.printf(
        "Run: %s (%d steps, %s; %.1f %% of the time waited for data%s)%n",
        run,
        outcome.state().step(),
        Figures.duration(outcome.seconds()),
        100 * outcome.waitedShare(),
        Figures.peakMemory().map(size -> "; at most " + size + " of memory").orElse(""));
    new Skipped(result.badExamples()).print(out);
    result.check().leaks().forEach(leak -> out.println("Warning: " + leak + "."));
    if (outcome.stopped()) {
      stopped(out, run);
    } else {
      next(out, run, testExample);
    }
    out.flush();
  }

  private void test(PrintWriter out, EvaluationResult test) {
    String indent = result.testSeen() ? "Test (split read before): " : "Test: ";
    for (String line : Figures.lines(test)) {
      out.println(indent + line);
      indent = " ".repeat(indent.length());
    }
    new SubsetTable(test, ceilings).print(out);
    if (!test.subsets().isEmpty()) {
      out.println();
    }
  }

  private void stopped(PrintWriter out, String run) {
    out.println(
        result.outcome().state().step() == 0
            ? "Stopped before the first step: there is nothing to go on from."
            : "Stopped. Go on with: " + command("train --resume", run));
  }

  private static void next(PrintWriter out, String run, Optional<String> testExample) {
    out.println();
    out.println("Next, try:");
    out.println("  " + command("evaluate", run));
    out.println("  " + command("predict", run) + " " + testExample.orElse("FILE..."));
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
  Map<String, @Nullable Object> json() {
    TrainingOutcome outcome = result.outcome();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("accuracy", null);
    json.put("loss", null);
    json.put("examples", 0);
    json.put("metrics", Map.of());
    result.test().ifPresent(test -> json.putAll(ResultFigures.of(test)));
    json.put("run", result.folder().path().toString());
    json.put("testSeen", result.testSeen());
    json.put("stopped", outcome.stopped());
    json.put("seconds", outcome.seconds());
    json.put("steps", outcome.state().step());
    json.put("waitedShare", Figures.number(outcome.waitedShare()));
    json.put("peakMemoryBytes", Figures.peakMemoryBytes());
    json.put("validation", validations.stream().map(TrainingSummary::json).toList());
    json.put("skipped", result.badExamples().size());
    json.put("skippedExamples", result.badExamples().stream().map(BadExample::id).toList());
    json.put("filesChecked", result.check().checked());
    json.put("warnings", result.check().warnings());
    return json;
  }

  private static Map<String, @Nullable Object> json(ValidationReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
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
