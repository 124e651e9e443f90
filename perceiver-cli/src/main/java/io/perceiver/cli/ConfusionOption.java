package io.perceiver.cli;

import io.perceiver.cli.confusion.ConfusionFile;
import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.nn.ModelOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where confusion matrices are written to. */
final class ConfusionOption {
  @Option(
      names = "--confusion",
      paramLabel = "FILE",
      description = {
        "Write the confusion matrix, true classes as rows: a picture to FILE.png,",
        "a table to FILE.csv. Can be given twice. With several heads, FILE-HEAD.png."
      })
  private final List<Path> paths = new ArrayList<>();

  /**
   * Refuses what cannot be written for such outputs, before any time is spent on it.
   *
   * @throws Failure with the reason
   */
  void check(Map<String, ModelOutput> outputs) {
    Map<String, List<String>> classes = new LinkedHashMap<>();
    outputs.forEach(
        (name, output) -> {
          if (!output.output().classes().isEmpty()) {
            classes.put(name, output.output().classes());
          }
        });
    if (!paths.isEmpty() && classes.isEmpty()) {
      throw Failure.of(
          ExitCode.USAGE, "--confusion: no head of this model chooses one of several classes");
    }
    Failure.as(
        ExitCode.USAGE,
        () -> paths.forEach(path -> classes.values().forEach(new ConfusionFile(path)::check)));
  }

  /**
   * Writes what was asked for.
   *
   * @param title what the matrix is of
   */
  void write(EvaluationResult result, String title) {
    Map<String, ConfusionMatrix> byHead = new LinkedHashMap<>();
    result
        .heads()
        .forEach((name, head) -> head.confusion().ifPresent(found -> byHead.put(name, found)));
    for (Path path : paths) {
      ConfusionFile file = new ConfusionFile(path);
      byHead.forEach(
          (head, matrix) ->
              Failure.as(
                  ExitCode.DATA,
                  () -> (byHead.size() == 1 ? file : file.of(head)).write(matrix, title)));
    }
  }
}
