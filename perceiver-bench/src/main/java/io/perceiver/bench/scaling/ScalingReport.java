package io.perceiver.bench.scaling;

import io.perceiver.bench.measure.PowerLaw;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.report.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Tells how cost grows.
 *
 * @param model what was measured
 * @param points in the order measured; sizes of one work grow
 */
record ScalingReport(String model, List<ScalingPoint> points) {
  private static final double MIB = 1024.0 * 1024.0;
  private static final String ELEMENTS = "input elements";

  Report report() {
    Map<String, List<ScalingPoint>> works = works();
    return Report.titled("Cost against input elements")
        .summary(summary(works))
        .setting("model", model)
        .setting("batch", 1)
        .section(
            Section.of("Growth", GROWTH_TEXT)
                .with(exponents(works))
                .with(picture("time", "Time of a pass", "ms", works, p -> milliseconds(p)))
                .with(
                    picture(
                        "memory",
                        "Peak resident memory",
                        "MiB",
                        works,
                        p -> p.peakBytes().isPresent() ? p.peakBytes().getAsLong() / MIB : 0)))
        .section(Section.of("Every size", SIZES_TEXT).with(table(works)))
        .build();
  }

  private static final String GROWTH_TEXT =
      "Exponents of time = c · elements^e, least squares of the logarithms of the medians. The"
          + " constant part of a pass, that of the latents, flattens the first sizes.";

  private static final String SIZES_TEXT =
      "The Perceiver's times are taken in turns in one process, the Transformer's and all memory in a"
          + " process for each. Time per added element is the difference to the size before.";

  private Map<String, List<ScalingPoint>> works() {
    Map<String, List<ScalingPoint>> works = new LinkedHashMap<>();
    points.forEach(p -> works.computeIfAbsent(p.work(), work -> new ArrayList<>()).add(p));
    return works;
  }

  private static String summary(Map<String, List<ScalingPoint>> works) {
    List<String> sentences = new ArrayList<>();
    works.forEach(
        (work, measured) ->
            fit(measured, 0, Integer.MAX_VALUE)
                .ifPresent(
                    law -> sentences.add("%s: exponent %.2f.".formatted(work, law.exponent()))));
    return String.join(" ", sentences);
  }

  /** Over sides within bounds; empty for fewer than two. */
  static Optional<PowerLaw> fit(List<ScalingPoint> points, int from, int to) {
    Map<Double, Double> measured = new TreeMap<>();
    for (ScalingPoint point : points) {
      if (point.side() >= from && point.side() <= to) {
        point.seconds().ifPresent(s -> measured.put((double) point.elements(), s.median()));
      }
    }
    return measured.size() < 2 ? Optional.empty() : Optional.of(PowerLaw.through(measured));
  }

  private static ResultTable exponents(Map<String, List<ScalingPoint>> works) {
    ResultTable table =
        ResultTable.of("exponents", "work", "all sizes", "112² to 896²", "largest size that ran");
    for (Map.Entry<String, List<ScalingPoint>> work : works.entrySet()) {
      int largest =
          work.getValue().stream()
              .filter(point -> point.seconds().isPresent())
              .mapToInt(ScalingPoint::side)
              .max()
              .orElse(0);
      table =
          table.row(
              Cell.of(work.getKey()),
              exponent(fit(work.getValue(), 0, Integer.MAX_VALUE)),
              exponent(fit(work.getValue(), 112, 896)),
              Cell.of(largest == 0 ? "none" : largest + "²"));
    }
    return table;
  }

  private static Cell exponent(Optional<PowerLaw> law) {
    return law.map(l -> Cell.of(l.exponent(), "")).orElse(Cell.of("too few sizes"));
  }

  private static ResultTable table(Map<String, List<ScalingPoint>> works) {
    ResultTable table =
        ResultTable.of(
            "sizes",
            "work",
            "picture",
            ELEMENTS,
            "time",
            "time per added element",
            "peak resident memory");
    for (List<ScalingPoint> sizes : works.values()) {
      for (int i = 0; i < sizes.size(); i++) {
        ScalingPoint point = sizes.get(i);
        table =
            table.row(
                Cell.of(point.work()),
                Cell.of(point.side() + "²"),
                Cell.of(point.elements(), ""),
                point.seconds().map(Cell::milliseconds).orElse(Cell.of(point.why())),
                i == 0 ? Cell.of("") : added(sizes.get(i - 1), point),
                point.seconds().isPresent() ? Cell.bytes(point.peakBytes()) : Cell.of(""));
      }
    }
    return table;
  }

  private static Cell added(ScalingPoint before, ScalingPoint point) {
    Optional<Double> microseconds =
        point
            .seconds()
            .map(Spread::median)
            .flatMap(
                after ->
                    before
                        .seconds()
                        .map(
                            s ->
                                1e6
                                    * (after - s.median())
                                    / (point.elements() - before.elements())));
    return microseconds.map(value -> Cell.of(value, "µs")).orElse(Cell.of(""));
  }

  private static double milliseconds(ScalingPoint point) {
    return point.seconds().map(s -> s.median() * 1e3).orElse(0.0);
  }

  /** Points without a value are left out: a logarithm has no place for them. */
  private static Picture picture(
      String name,
      String title,
      String unit,
      Map<String, List<ScalingPoint>> works,
      ToDoubleFunction<ScalingPoint> value) {
    List<Series> series = new ArrayList<>();
    works.forEach(
        (work, sizes) -> {
          List<ScalingPoint> drawn =
              sizes.stream().filter(p -> value.applyAsDouble(p) > 0).toList();
          if (!drawn.isEmpty()) {
            series.add(
                Series.points(
                    work,
                    drawn.stream().map(p -> (double) p.elements()).toList(),
                    drawn.stream().map(value::applyAsDouble).toList()));
          }
        });
    return Picture.logLines(name, title, ELEMENTS, unit, series);
  }
}
