package io.perceiver.bench.peer;

import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.measure.Timings;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Tells a comparison.
 *
 * @param options what was compared
 * @param result what it came to
 */
record PeerReport(PeerOptions options, PeerResult result) {

  Report report() {
    return Report.titled("Against a TorchScript file")
        .summary(summary())
        .setting("file", options.file().getFileName())
        .setting("our model", options.model().description())
        .setting("batch", options.batch())
        .section(times())
        .section(memory())
        .build();
  }

  private String summary() {
    List<String> sentences = new ArrayList<>();
    Timings timings = result.timings();
    if (options.mode().predicts()) {
      sentences.add(
          sentence("forward", timings.ratio(PeerBench.PEER_FORWARD, PeerBench.OUR_FORWARD)));
    }
    if (options.mode().trains()) {
      sentences.add(
          sentence("training step", timings.ratio(PeerBench.PEER_STEP, PeerBench.OUR_STEP)));
    }
    if (result.ourParameters() != result.theirParameters()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "The two are not the same model: ours learns %,d numbers, the file's %,d.",
              result.ourParameters(),
              result.theirParameters()));
    }
    return String.join(" ", sentences);
  }

  private static String sentence(String what, Spread ratio) {
    return "The file's %s takes %s as long as ours (median of the rounds, quartiles)."
        .formatted(what, Cell.ratio(ratio).text());
  }

  private Section times() {
    ResultTable table = ResultTable.of("times", "work", "time", "file / ours");
    Timings timings = result.timings();
    for (String name : timings.seconds().keySet()) {
      String ours = name.contains("forward") ? PeerBench.OUR_FORWARD : PeerBench.OUR_STEP;
      boolean compared = !name.equals(ours) && !name.equals(PeerBench.PEER_ACCUMULATION);
      table =
          table.row(
              Cell.of(name),
              Cell.milliseconds(timings.of(name)),
              compared ? Cell.ratio(timings.ratio(name, ours)) : Cell.of(""));
    }
    return Section.of("Times", TIMES_TEXT).with(table).with(picture(timings));
  }

  private static final String TIMES_TEXT =
      "A training step is forward, loss, backward, clip of the global norm and AdamW; the file's step"
          + " uses our loss, clip and fused AdamW, and is given once more with DJL's own Adam."
          + " Rounds are interleaved; a ratio is taken within each round. A traced module's gradients"
          + " cannot be dropped as PyTorch drops them: setting them to zero is outside the times;"
          + " adding each new gradient to a zero is in the file's step, and what that costs stands in"
          + " the last row.";

  private static Picture picture(Timings timings) {
    List<String> names = new ArrayList<>(timings.seconds().keySet());
    List<Double> medians = names.stream().map(name -> timings.of(name).median() * 1e3).toList();
    return Picture.bars(
        "times", "Median times", "ms", names, List.of(Series.bars("median", medians)));
  }

  private Section memory() {
    ResultTable table = ResultTable.of("memory", "process", "peak resident memory");
    for (Map.Entry<PeerResult.Measurement, OptionalLong> entry : result.memory().entrySet()) {
      table = table.row(Cell.of(entry.getKey().label()), Cell.bytes(entry.getValue()));
    }
    return Section.of(
            "Peak memory",
            "Each in a process of its own, three passes; what the JVM and the engine need for nothing"
                + " stands in the first row and is in all.")
        .with(table);
  }
}
