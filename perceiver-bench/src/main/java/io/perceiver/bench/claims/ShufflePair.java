package io.perceiver.bench.claims;

import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.ResultTable;
import java.util.List;

/**
 * The same trainings without and with the permutation.
 *
 * @param name of what was trained
 * @param plain pictures as they are
 * @param permuted the other
 */
record ShufflePair(String name, Sample plain, Sample permuted) {

  /** Points gained by the permutation, seed by seed. */
  MeanInterval change() {
    return permuted.gainOver(plain);
  }

  /** A row a pair. */
  static ResultTable table(String name, List<ShufflePair> pairs) {
    ResultTable table =
        ResultTable.of(
            name,
            "network",
            "as they are",
            "permuted",
            "change, points",
            "parameters",
            "fastest training");
    for (ShufflePair pair : pairs) {
      table =
          table.row(
              Cell.of(pair.name()),
              Cell.of(pair.plain().test().words() + " %"),
              Cell.of(pair.permuted().test().words() + " %"),
              Cell.of(pair.change().signed()),
              Cell.of(pair.plain().parameters(), ""),
              Cell.of(Math.min(pair.plain().seconds(), pair.permuted().seconds()), "s"));
    }
    return table;
  }

  /** Two bars a pair. */
  static Picture picture(String name, String title, List<ShufflePair> pairs) {
    return Picture.bars(
        name,
        title,
        "test accuracy, %",
        pairs.stream().map(ShufflePair::name).toList(),
        List.of(
            Bars.of("as they are", pairs.stream().map(ShufflePair::plain).toList()),
            Bars.of("permuted", pairs.stream().map(ShufflePair::permuted).toList())));
  }

  /** All pairs in a sentence's words. */
  static String words(List<ShufflePair> pairs) {
    return String.join(
        ", ",
        pairs.stream()
            .map(
                pair ->
                    "%s %.1f %% → %.1f %% (%s points)"
                        .formatted(
                            pair.name(),
                            pair.plain().test().mean(),
                            pair.permuted().test().mean(),
                            pair.change().signed()))
            .toList());
  }
}
