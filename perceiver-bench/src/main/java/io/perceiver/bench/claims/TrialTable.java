package io.perceiver.bench.claims;

import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.ResultTable;
import java.util.List;

/** Every training of some samples as a table. */
final class TrialTable {
  private static final double PERCENT = 100;

  private TrialTable() {}

  /** A row a training. */
  static ResultTable of(String name, List<Sample> samples) {
    ResultTable table =
        ResultTable.of(
            name, "model", "variant", "seed", "train", "validation", "test", "parameters", "time");
    for (Sample sample : samples) {
      for (Trial trial : sample.trials()) {
        table =
            table.row(
                Cell.of(sample.name()),
                Cell.of(sample.variant()),
                Cell.of(trial.seed(), ""),
                trial.train() == null ? Cell.of("") : Cell.of(PERCENT * trial.train(), "%"),
                Cell.of(PERCENT * trial.validation(), "%"),
                Cell.of(PERCENT * trial.test(), "%"),
                Cell.of(trial.parameters(), ""),
                Cell.of(trial.seconds(), "s"));
      }
    }
    return table;
  }
}
