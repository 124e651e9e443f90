package org.example.timeseries;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;

/**
 * How a table of series becomes examples: the format's own keys of the {@code data} section.
 *
 * @param modality the model's modality the series are for; empty for its only one
 * @param series column that says which series a row is of; the modality's key of that name says the
 *     same
 * @param split column of the split; where the table has none, every series is {@code train}
 */
public record TableConfig(
    @Setting("the model's modality the series are for; empty for its only one") String modality,
    @Setting("column that names the series of a row, as in the modality's section") String series,
    @Setting("column of the split; without it, all is train") String split) {

  /**
   * Checks the names.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public TableConfig {
    Problems problems = new Problems("");
    problems.check(!series.isBlank(), "series", "'" + series + "'", "a column name");
    problems.check(!split.isBlank(), "split", "'" + split + "'", "a column name");
    problems.throwIfAny();
  }

  /** Columns {@code series} and {@code split}, for the model's only modality. */
  public static TableConfig defaults() {
    return new TableConfig("", "series", "split");
  }
}
