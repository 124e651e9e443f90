package io.perceiver.bench.memory;

import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.report.Series;
import io.perceiver.internal.describe.ModelDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Tells how much memory a training step needs.
 *
 * @param model what was trained
 * @param batch examples
 * @param steps of each process
 * @param description of the model
 * @param points one for each contender
 */
record MemoryReport(
    String model, int batch, int steps, ModelDescription description, List<MemoryPoint> points) {
  private static final double MIB = 1 << 20;

  Report report() {
    return Report.titled("Memory of a training step")
        .summary(summary())
        .setting("model", model)
        .setting("batch", batch)
        .setting("training steps of each process", steps)
        .section(peaks())
        .section(parts())
        .build();
  }

  private String summary() {
    String missing =
        points.stream()
            .filter(point -> !point.why().isEmpty())
            .map(point -> "%s: %s.".formatted(point.contender().label(), point.why()))
            .collect(Collectors.joining(" "));
    if (!missing.isEmpty() || measured(Contender.PLAIN).isEmpty()) {
      return missing;
    }
    return ("Of the plain formula's peak memory a training step needs %s with kernels, and %s with"
            + " activation checkpointing too.")
        .formatted(share(Contender.KERNELS).text(), share(Contender.CHECKPOINTED).text());
  }

  private Section peaks() {
    ResultTable table =
        ResultTable.of(
            "memory",
            "process",
            "peak",
            "above the engine alone",
            "of the plain formula's peak",
            "time of a step");
    for (MemoryPoint point : points) {
      Contender contender = point.contender();
      table =
          table.row(
              Cell.of(contender.label()),
              point.why().isEmpty() ? Cell.bytes(point.peakBytes()) : Cell.of(point.why()),
              contender == Contender.ENGINE ? Cell.of("") : aboveEngine(point),
              contender == Contender.ENGINE ? Cell.of("") : share(contender),
              point.seconds().map(Cell::milliseconds).orElse(Cell.of("")));
    }
    return Section.of("Peak memory", TEXT).with(table).with(picture());
  }

  private static final String TEXT =
      "The high-water mark of resident memory of a process of its own, which makes the model and takes"
          + " a few training steps: forward, loss, backward, clip of the global norm and AdamW. What the"
          + " JVM and the engine need for nothing stands in the first row and is in all; shares are of"
          + " whole processes. With activation checkpointing an iteration is computed again in the"
          + " backward pass, and nothing but the latents is kept between iterations. Times are of this"
          + " process's later steps and not interleaved: compare times with roofline.";

  private Cell aboveEngine(MemoryPoint point) {
    Optional<MemoryPoint> engine = measured(Contender.ENGINE);
    if (engine.isEmpty() || point.peakBytes().isEmpty()) {
      return Cell.of("unknown");
    }
    return Cell.bytes(OptionalLong.of(bytes(point) - bytes(engine.get())));
  }

  private Cell share(Contender contender) {
    Optional<MemoryPoint> plain = measured(Contender.PLAIN);
    Optional<MemoryPoint> other = measured(contender);
    if (plain.isEmpty() || other.isEmpty()) {
      return Cell.of("unknown");
    }
    return Cell.of(100.0 * bytes(other.get()) / bytes(plain.get()), "%");
  }

  private Optional<MemoryPoint> measured(Contender contender) {
    return points.stream()
        .filter(point -> point.contender() == contender && point.peakBytes().isPresent())
        .findFirst();
  }

  private static long bytes(MemoryPoint point) {
    return point.peakBytes().orElseThrow();
  }

  private Picture picture() {
    List<MemoryPoint> drawn =
        points.stream().filter(point -> point.peakBytes().isPresent()).toList();
    List<Double> heights = drawn.stream().map(point -> bytes(point) / MIB).toList();
    return Picture.bars(
        "peak",
        "Peak resident memory",
        "MiB",
        drawn.stream().map(point -> point.contender().label()).toList(),
        drawn.isEmpty() ? List.of() : List.of(Series.bars("peak", heights)));
  }

  private Section parts() {
    long weights = description.parameters() * Float.BYTES;
    long elements = batch * description.elements() * description.channels() * Float.BYTES;
    ResultTable table =
        ResultTable.of("parts", "part of every training step", "size")
            .row(Cell.of("parameters"), size(weights))
            .row(Cell.of("gradients"), size(weights))
            .row(Cell.of("AdamW's two moments"), size(2 * weights))
            .row(Cell.of("byte array, as it is and normalised"), size(2 * elements));
    return Section.of(
            "What is in all of them",
            String.format(
                Locale.ROOT,
                "The model learns %,d numbers. The rest is what the forward pass keeps for the backward"
                    + " pass, and what either needs at a time; gradients are made during the backward"
                    + " pass, so that not all of it is there at once.",
                description.parameters()))
        .with(table);
  }

  private static Cell size(long bytes) {
    return Cell.bytes(OptionalLong.of(bytes));
  }
}
