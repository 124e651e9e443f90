package io.perceiver.cli;

import io.perceiver.api.Example;
import io.perceiver.cli.predict.CsvPredictions;
import io.perceiver.cli.predict.FileArguments;
import io.perceiver.cli.predict.JsonPredictions;
import io.perceiver.cli.predict.PredictionRows;
import io.perceiver.cli.predict.TextPredictions;
import io.perceiver.data.BadExamples;
import io.perceiver.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code predict}: what a run's model says of files or of listed examples. */
@Command(
    name = "predict",
    description = {
      "Prints what a trained model says of each example, as soon as it is known.",
      "A file may be archive.zip!/entry, or file#record; a folder stands for the files in it."
    },
    footer = {
      "  perceiver predict runs/run-0001 a.png b.png",
      "  perceiver predict runs/run-0001 image=a.png,audio=a.wav",
      "  perceiver predict runs/run-0001 --manifest demo-data/manifest.csv --split test --csv"
    })
final class PredictCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RunOptions options = new RunOptions();

  @Parameters(
      index = "1..*",
      paramLabel = "FILES",
      description = {
        "Files, or one group for each example: MODALITY=FILE,MODALITY=FILE.",
        "Of a model of one modality, FILE and MODALITY=FILE are the same."
      })
  private final List<String> files = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "PATH",
      description = "A manifest, folder or zip that lists examples, instead of FILES.")
  private @Nullable Path manifest;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = {
        "Which part of the manifest, or of the training's data where none is given.",
        "Default: all of the manifest."
      })
  private @Nullable String split;

  @ArgGroup private final Style style = new Style();

  /** How predictions are printed. */
  static final class Style {
    @Option(names = "--json", description = "Print one JSON object a line for each example.")
    private boolean json;

    @Option(
        names = "--csv",
        description = "Print CSV: source, true label, predicted, a probability for each class.")
    private boolean csv;
  }

  @Override
  public Integer call() throws IOException {
    checkArguments();
    try (OpenRun run = options.open()) {
      BadExamples bad = options.badExamples(run.model().config());
      PredictionRows rows = rows(run);
      Failure.as(ExitCode.DATA, () -> run.model().predict(checked(run), bad, rows));
      rows.end();
      new Skipped(bad.all()).print(common.err());
      return ExitCode.OK.code();
    }
  }

  private void checkArguments() {
    boolean listed = manifest != null || split != null;
    if (files.isEmpty() != listed) {
      throw Failure.of(
          ExitCode.USAGE,
          listed
              ? "give either FILES or --manifest and --split, not both"
              : "nothing to predict: give FILES, --manifest PATH, or --split NAME of the training's"
                  + " data");
    }
  }

  private List<Example> checked(OpenRun run) throws IOException {
    if (!files.isEmpty()) {
      return new FileArguments(run.model().readers()).examples(files);
    }
    Map<String, List<Example>> splits = splits(run);
    options.check(run, splits, common.err());
    return splits.values().stream().flatMap(List::stream).toList();
  }

  /** The examples that are listed, by split. */
  private Map<String, List<Example>> splits(OpenRun run) throws IOException {
    Dataset data = run.dataToPredict(Optional.ofNullable(manifest));
    if (split != null) {
      return Map.of(split, data.split(split));
    }
    Map<String, List<Example>> all = new LinkedHashMap<>();
    data.splits().forEach(name -> all.put(name, data.split(name)));
    return all;
  }

  private PredictionRows rows(OpenRun run) {
    var heads = run.model().trainable().outputs();
    if (style.json) {
      return new JsonPredictions(heads, common.out());
    }
    return style.csv
        ? new CsvPredictions(heads, common.out())
        : new TextPredictions(heads, common.out());
  }
}
