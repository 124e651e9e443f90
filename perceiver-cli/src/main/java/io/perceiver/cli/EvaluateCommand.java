package io.perceiver.cli;

import io.perceiver.api.Example;
import io.perceiver.data.BadExample;
import io.perceiver.data.BadExamples;
import io.perceiver.evaluate.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: figures of a run's model over a split. */
@Command(
    name = "evaluate",
    description = "Computes the metrics and the loss of a trained model over a split of its data.",
    footer = {
      "  perceiver evaluate runs/run-0001",
      "  perceiver evaluate runs/run-0001 --data other/manifest.csv --split test --json"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Another data set: a folder, zip or manifest. Default: the one of the training.")
  private @Nullable Path data;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "Which part of the data. Default: test.")
  private String split = "test";

  @Option(names = "--json", description = "Print the result as one JSON object on the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try (OpenRun run = options.open()) {
      BadExamples bad = options.badExamples(run.model().config());
      EvaluationResult result =
          Failure.as(
              ExitCode.DATA,
              () -> {
                List<Example> examples = run.data(Optional.ofNullable(data)).split(split);
                return run.model().evaluate(examples, bad, done -> {});
              });
      print(run, result, bad.all());
      return ExitCode.OK.code();
    }
  }

  private void print(OpenRun run, EvaluationResult result, List<BadExample> skipped) {
    new Skipped(skipped).print(common.err());
    if (json) {
      common.json(json(run, result, skipped));
    } else {
      common.out().println(Figures.of(result));
      common.out().flush();
    }
  }

  private Map<String, Object> json(OpenRun run, EvaluationResult result, List<BadExample> skipped) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("accuracy", Figures.number(result.metric("accuracy")));
    json.put("loss", Figures.number(result.loss()));
    json.put("examples", result.examples());
    json.put("metrics", Figures.metrics(result));
    json.put("run", options.path().toString());
    json.put("checkpoint", run.checkpoint().name());
    json.put("split", split);
    json.put("skipped", skipped.size());
    json.put("skippedExamples", skipped.stream().map(BadExample::id).toList());
    return json;
  }
}
