package io.perceiver.cli;

import io.perceiver.api.Example;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExample;
import io.perceiver.data.BadExamples;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.internal.evaluate.ResultFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: figures of a run's model over a split. */
@Command(
    name = "evaluate",
    description = {
      "Computes the metrics and the loss of a trained model over a split of its data;",
      "of a model of several modalities, also by what it is shown of each example."
    },
    footer = {
      "  perceiver evaluate runs/run-0001",
      "  perceiver evaluate runs/run-0001 --only image,audio --confusion confusion.png",
      "  perceiver evaluate runs/run-0001 --data other/manifest.csv --split test --json"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RunOptions options = new RunOptions();
  @Mixin private final ConfusionOption confusion = new ConfusionOption();

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

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Show the model these modalities alone, such as image,audio; examples that lack",
        "one of them are left out. Default: all that each example has."
      })
  private final List<String> only = new ArrayList<>();

  @Option(
      names = "--no-subsets",
      description = "Leave out the table by subset of the modalities, and the time it takes.")
  private boolean noSubsets;

  @Option(names = "--json", description = "Print the result as one JSON object on the last line.")
  private boolean json;

  private final EvaluationTime time = new EvaluationTime();

  @Override
  public Integer call() throws IOException {
    try (OpenRun run = options.open()) {
      confusion.check(run.model().trainable().outputs());
      List<ModalitySubset> subsets = subsets(run.model().config().inputs().keySet());
      BadExamples bad = options.badExamples(run.model().config());
      ShownExamples shown = Failure.as(ExitCode.DATA, () -> shown(run));
      Failure.as(
          ExitCode.DATA, () -> options.check(run, Map.of(split, shown.examples()), common.err()));
      EvaluationResult result =
          Failure.as(
              ExitCode.DATA, () -> run.model().evaluate(shown.examples(), bad, subsets, time));
      print(run, shown, result, bad.all());
      confusion.write(result, title(run, shown)); // last: a full disk must not cost the figures
      return ExitCode.OK.code();
    }
  }

  private List<ModalitySubset> subsets(Set<String> modalities) {
    if (!modalities.containsAll(only)) {
      throw Failure.of(
          ExitCode.USAGE, "--only %s: the model's inputs are %s".formatted(only, modalities));
    }
    return noSubsets || !only.isEmpty() ? List.of() : ModalitySubset.toCompare(modalities);
  }

  private ShownExamples shown(OpenRun run) throws IOException {
    List<Example> examples = run.data(Optional.ofNullable(data)).split(split);
    return only.isEmpty()
        ? ShownExamples.all(examples)
        : ShownExamples.only(ModalitySubset.of(only), examples);
  }

  private String title(OpenRun run, ShownExamples shown) {
    String hidden = shown.only().map(subset -> ", only " + subset).orElse("");
    return run.folder().name() + ", " + split + hidden;
  }

  private void print(
      OpenRun run, ShownExamples shown, EvaluationResult result, List<BadExample> skipped) {
    new Skipped(skipped).print(common.err());
    time.print(common.err());
    if (json) {
      common.json(json(run, shown, result, skipped));
      return;
    }
    PrintWriter out = common.out();
    shown.print(out);
    Figures.lines(result).forEach(out::println);
    new SubsetTable(result, ceilings(run.model().config())).print(out);
    out.flush();
    Figures.peakMemory().ifPresent(size -> common.err().println("At most " + size + " of memory."));
    common.err().flush();
  }

  private Optional<ToDoubleFunction<Set<String>>> ceilings(RunConfig config) {
    Optional<Path> read = Optional.ofNullable(data).or(config.data().common()::path);
    return DemoData.ceilings(read, config.inputs().keySet());
  }

  private Map<String, @Nullable Object> json(
      OpenRun run, ShownExamples shown, EvaluationResult result, List<BadExample> skipped) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(ResultFigures.of(result));
    json.put("run", options.path().toString());
    json.put("checkpoint", run.checkpoint().name());
    json.put("split", split);
    json.put("peakMemoryBytes", Figures.peakMemoryBytes());
    shown
        .only()
        .ifPresent(
            subset -> {
              json.put("only", subset.modalities());
              json.put("lacking", shown.lacking());
            });
    json.putAll(time.json());
    json.put("skipped", skipped.size());
    json.put("skippedExamples", skipped.stream().map(BadExample::id).toList());
    return json;
  }
}
